/** One clause of a rule taken out of its text, and what that was. */
export type Mutant = { readonly without: string; readonly text: string };

type Span = { readonly from: number; readonly to: number };
type Word = Span & { readonly word: string };

const WORDS = /'(?:[^']|'')*'|[()]|\b\w+\b/g;
/** Where a group ends: no word, since a `case` has its `end`. */
const END = '';
const ENDS_CONDITION = new Set(['where', 'join', 'left', 'cross', 'group', 'order', 'limit', 'union', END, 'on']);

/** The words of each pair of brackets, and of the whole, without those of brackets inside. */
function groupsOf(text: string): Word[][] {
  const groups: Word[][] = [];
  const open: Word[][] = [[]];
  for (const match of text.matchAll(WORDS)) {
    const word = { word: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length };
    if (word.word === '(') open.push([]);
    else if (word.word === ')') groups.push([...(open.pop() ?? []), { ...word, word: END, to: word.from }]);
    else open.at(-1)?.push(word);
  }
  return [...groups, [...(open[0] ?? []), { word: END, from: text.length, to: text.length }]];
}

const instead = (text: string, { from, to }: Span, by: string): Mutant => ({
  without: text.slice(from, to).replace(/\s+/g, ' ').trim(),
  text: `${text.slice(0, from)}${by}${text.slice(to)}`,
});

/** Each branch of each union, answering nothing. Of the first the names of the columns stay. */
function branchesIn(group: readonly Word[]): Span[] {
  const ends = group.filter(({ word }) => word === 'union' || word === END);
  if (ends.length < 2) return [];
  return ends.flatMap(({ from: to }, at) => {
    const after = ends[at - 1]?.to ?? -1;
    const begin = group.find(({ word, from }) => word === 'select' && from > after);
    return begin && begin.from < to ? [{ from: begin.from, to }] : [];
  });
}

/** Each condition that stands beside others after `where` or `on`; the `and` of a `between` joins none. */
function conditionsIn(group: readonly Word[]): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  let between = false;
  for (const { word, from: at, to } of group) {
    const joins = word === 'and' && !between;
    if (word === 'between') between = true;
    else if (word === 'and') between = false;
    if (from !== undefined && (joins || ENDS_CONDITION.has(word))) {
      spans.push({ from, to: at });
      from = undefined;
    }
    if (word === 'where' || word === 'on' || (joins && spans.at(-1)?.to === at)) from = to;
  }
  return spans;
}

/** A query without one of its branches or conditions, each in turn. */
export function mutantsOfQuery(query: string): Mutant[] {
  return groupsOf(query).flatMap((group) => [
    ...branchesIn(group).map((span) =>
      instead(query, span, `select * from (${query.slice(span.from, span.to)}) as gone where false `),
    ),
    ...conditionsIn(group).map((span) => instead(query, span, ' true ')),
  ]);
}

/** The parts of a condition between one word that joins them, at the outermost level. */
function partsOf(text: string, joint: 'OR' | 'AND'): Span[] {
  const group = groupsOf(text).at(-1) ?? [];
  const joints = group.filter(({ word }) => word === joint.toLowerCase());
  return [...joints, { from: text.length, to: text.length }].map(({ from: to }, at) => ({
    from: joints[at - 1]?.to ?? 0,
    to,
  }));
}

const inBrackets = /^\s*\(([\s\S]*)\)\s*$/;
/** Does no bracket shut before it was opened? */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return true;
}

/** What stands in brackets that hold the whole. */
function inside(text: string, { from, to }: Span): Span {
  const [, body] = inBrackets.exec(text.slice(from, to)) ?? [];
  if (body === undefined || !isBalanced(body)) return { from, to };
  const begin = text.indexOf(body, from);
  return inside(text, { from: begin, to: begin + body.length });
}

const within = (text: string, span: Span, joint: 'OR' | 'AND'): Span[] =>
  partsOf(text.slice(span.from, span.to), joint).map((part) => ({
    from: part.from + span.from,
    to: part.to + span.from,
  }));

/** The condition of a policy: each way in shut, and each condition on a way in forgotten. */
export function mutantsOfPolicy(condition: string): Mutant[] {
  const mutate = (span: Span): Mutant[] => {
    const whole = inside(condition, span);
    const [ways, needs] = [within(condition, whole, 'OR'), within(condition, whole, 'AND')];
    if (ways.length > 1) return ways.flatMap((way) => [instead(condition, way, ' false '), ...mutate(way)]);
    return needs.length > 1 ? needs.flatMap((need) => [instead(condition, need, ' true '), ...mutate(need)]) : [];
  };
  return mutate({ from: 0, to: condition.length });
}
