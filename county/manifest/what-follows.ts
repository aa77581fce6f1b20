import { monthsAfter } from '../generate/days.ts';
import type { Noted } from '../generate/happenings.ts';

/** Happenings with those that follow from them without anybody writing them down: birthdays, anniversaries, orders. In the order of their days. */
export function withWhatFollows(noted: readonly Noted[]): Noted[] {
  const after = (each: Noted, is: Noted['is'], months: number): Noted => ({
    ...each,
    is,
    on: monthsAfter(each.on, months),
    at: null,
  });
  const found = noted.flatMap((each): Noted[] => {
    switch (each.is) {
      case 'born':
        return [each, after(each, 'five years old', 60), after(each, 'sixteen years old', 192)];
      case 'placement begun':
        return [each, after(each, 'placement a year old', 12)];
      case 'care entered':
      case 'legal status':
        return each.as === 'accommodated' ? [each] : [each, { ...each, is: 'order made' }];
      case 'interview held':
        return [{ ...each, is: 'interview offered' }, each];
      default:
        return [each];
    }
  });
  return found.sort((a, b) => a.on - b.on);
}
