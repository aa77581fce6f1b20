import { type Id, id } from '../../kernel/id.ts';
import type { Opened, Page, SignedIn } from './page.ts';
import type { Gate, WebOptions } from './web-options.ts';

type Open = Extract<Gate, { is: 'open' }>;

/** What the gate let through: nothing to judge, or the children who were opened. `opened` tells of the first of them. */
export type Passed =
  | {
      readonly is: 'open';
      readonly opened: Opened | undefined;
      readonly opening: Id | null;
      readonly books: readonly Id[];
    }
  | Exclude<Gate, Open>;

const NOTHING_TO_JUDGE: Passed = { is: 'open', opened: undefined, opening: null, books: [] };

/** Judges every child whose record the page opens, before the page reads anything. One who is hidden hides the page. */
export async function passGate(
  { gate, db }: WebOptions,
  page: Page,
  params: unknown,
  person: SignedIn | undefined,
): Promise<Passed> {
  if (!person || page.about === 'nobody' || page.about === 'children') return NOTHING_TO_JUDGE;
  const named = (params ?? {}) as Readonly<Record<string, string>>;
  const about = page.about;
  const children =
    about === 'child'
      ? childOf(named)
      : await db.as({ person: person.id, purpose: 'request' }, (tx) => about(tx, named));
  const judged = await Promise.all(children.map((child) => gate(person, child)));
  const shut = judged.find(({ is }) => is === 'nobody' || is === 'hidden') ?? judged.find(({ is }) => is === 'ask');
  if (shut && shut.is !== 'open') return shut;
  const open = judged.filter((each): each is Open => each.is === 'open');
  const [first] = open;
  if (!first) return { is: 'nobody' };
  const { child, books, relation, opening } = first;
  return { is: 'open', opened: { child, books, relation }, opening, books: open.flatMap((each) => each.books) };
}

/** The child that a path names, when it names one. */
export function childOf(params: Readonly<Record<string, unknown>>): Id[] {
  const child = id(String(params.child ?? ''));
  return child ? [child] : [];
}
