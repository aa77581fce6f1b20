import type { Id } from '../../src/kernel/id.ts';
import { type Day, dayOf, textOf } from '../generate/days.ts';
import type { ToldFamily } from '../generate/invent-county.ts';
import type { Child } from '../generate/invented-family.ts';

/** Something that was written in a child's book, as whoever fills in a return looks it up. */
export type Line = {
  readonly type: string;
  readonly on: Day;
  readonly thread: Id;
  readonly data: Readonly<Record<string, unknown>>;
};

/** A child's book as it lies on the desk of whoever fills in the returns. */
export type Paper = { readonly child: Child; readonly lines: readonly Line[] };

/** The books of a family's children, line by line in the order of what happened. */
export function papersOf({ children, told }: ToldFamily): Paper[] {
  const lines = new Map<Id, Line[]>(children.map(({ book }) => [book, []]));
  for (const { act } of told)
    for (const { book, type, happened, about, data } of act.entries)
      if (happened.earliest !== null)
        lines.get(book)?.push({ type, on: dayOf(happened.earliest), thread: about, data: data as Line['data'] });
  return children.map((child) => ({ child, lines: (lines.get(child.book) ?? []).sort((a, b) => a.on - b.on) }));
}

export const linesOf = ({ lines }: Pick<Paper, 'lines'>, ...types: readonly string[]): Line[] =>
  lines.filter(({ type }) => types.includes(type));
export const onThread = (lines: readonly Line[], thread: Id): Line[] => lines.filter((line) => line.thread === thread);
/** What stands in the episode of a referral, or in a period of care. */
export const inEpisode = (lines: readonly Line[], episode: Id): Line[] =>
  lines.filter(({ thread, data }) => thread === episode || data.episode === episode);

export const said = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** `31/03/2026`, as returns and workbooks write days. */
export const slashed = (day: Day | undefined): string =>
  day === undefined ? '' : textOf(day).split('-').reverse().join('/');

/** The first day of the year of a return whose last day is given. */
export const yearFrom = (last: Day): Day => {
  const [year = '', rest = ''] = [textOf(last).slice(0, 4), textOf(last).slice(4)];
  return dayOf(`${Number(year) - 1}${rest}`) + 1;
};
