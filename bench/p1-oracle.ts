import type { Id } from '../src/kernel/id.ts';
import { instantOf } from '../src/kernel/instant.ts';
import { fromEpochDay } from '../src/kernel/local-date.ts';
import type { Columns } from '../src/sight/columns.ts';
import { FACT_NAMES, type Fact } from '../src/sight/facts.ts';
import type { Judged } from '../src/sight/judge.ts';
import { VERDICTS } from '../src/sight/verdict.ts';
import type { Duty } from '../src/statute/duty.ts';
import { answersOn } from '../test/oracle/oracle.ts';
import { dayText, londonDay } from '../test/oracle/oracle-days.ts';
import { statute } from './p1-duties.ts';

const calendar = statute.calendars.get('england-and-wales');
const id = (number: number): Id => String(number) as Id;

/** The child's rows as facts. */
export function factsOfChild(columns: Columns, child: number): Fact[] {
  const from = columns.offsets[child] as number;
  const until = columns.offsets[child + 1] as number;
  return Array.from({ length: until - from }, (_, n): Fact => {
    const row = from + n;
    const ended = columns.believedUntil[row] as number;
    const at = columns.at[row] as number;
    return {
      name: FACT_NAMES[columns.code[row] as number] as Fact['name'],
      earliest: fromEpochDay(columns.earliest[row] as number),
      latest: fromEpochDay(columns.latest[row] as number),
      at: Number.isNaN(at) ? null : instantOf(at),
      thread: id(columns.thread[row] as number),
      episode: id(columns.episode[row] as number),
      party: null,
      child: id(child),
      entry: id(row),
      source: columns.source[row] === 0 ? 'here' : 'cin-census',
      believedFrom: instantOf(columns.believedFrom[row] as number),
      believedUntil: Number.isFinite(ended) ? instantOf(ended) : null,
    };
  });
}

/** Does the oracle give the same verdict and due day for every clock of every n-th child, so that `checked` are asked? */
export function oracleAgrees(
  columns: Columns,
  duties: readonly Duty[],
  answers: Judged,
  on: number,
  known: number,
  checked: number,
): boolean {
  if (!calendar) throw new Error('no calendar');
  const holidays = {
    days: new Set([...calendar.holidays.keys()].map(dayText)),
    firstYear: Number(dayText(calendar.from).slice(0, 4)),
    lastYear: Number(dayText(calendar.until).slice(0, 4)),
  };
  const law = { duties, policies: [], holidays };
  const step = Math.max(1, Math.floor(columns.children / checked));
  const ours = linesOfChildren(answers, duties, step);
  for (let child = 0; child < columns.children; child += step) {
    const facts = factsOfChild(columns, child);
    const theirs = answersOn(law, { facts, standings: [] }, instantOf(known), on).map(
      ({ duty, startedBy, verdict, dueFrom }) => `${duty} ${startedBy} ${verdict} ${dueFrom}`,
    );
    if (theirs.sort().join('\n') !== (ours.get(child) ?? []).sort().join('\n')) return false;
  }
  return londonDay(known) >= on;
}

function linesOfChildren(answers: Judged, duties: readonly Duty[], step: number): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (let at = 0; at < answers.size; at += 1) {
    const child = answers.child[at] as number;
    if (child % step !== 0) continue;
    const known = lines.get(child) ?? [];
    known.push(
      `${duties[answers.duty[at] as number]?.id} ${answers.start[at]} ${VERDICTS[answers.verdict[at] as number]} ${answers.due[at]}`,
    );
    lines.set(child, known);
  }
  return lines;
}
