import type { Asked } from './child-page.ts';

/** What a link carries so that the next page answers for the same two times; empty for "as known now". */
export function askedQuery({ how, on }: Asked): string {
  if (how === 'now') return '';
  const [year, month, day] = on.split('-').map(Number);
  return `?day=${day}&month=${month}&year=${year}${how === 'hindsight' ? '&known=now' : ''}`;
}
