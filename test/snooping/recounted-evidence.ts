import { dayInLondon, millisecondsOf } from '../../src/kernel/instant.ts';
import { daysBetween } from '../../src/kernel/local-date.ts';
import type { SnoopingKind } from '../../src/modules/access/core/needless-reading/snooping-kinds.ts';
import type { View } from '../../src/modules/access/core/needless-reading/snooping-known.ts';

const different = <Value>(values: readonly Value[]): number => new Set(values).size;
const days = (views: readonly View[]): number => different(views.map(({ at }) => dayInLondon(at)));

/**
 * What the lines behind a finding come to, counted by another hand. Not among them are the counts that other things make: how
 * many children bear a surname and how many there are (the record), how many children a family has (the record), and with what
 * a reader is compared with themselves (`others`, `elsewhere`: their lines about other children in the period; `usual`: their
 * busiest hour of another day).
 */
export function recount(kind: SnoopingKind, views: readonly View[]): Readonly<Record<string, number>> {
  switch (kind) {
    case 'without-work':
      return {
        views: views.length,
        reason: views.filter(({ relation }) => relation === 'reason' || relation === null).length,
      };
    case 'returned':
    case 'out-of-hours':
      return { days: days(views) };
    case 'formerly-theirs': {
      const [last, first] = views.map(({ at }) => dayInLondon(at));
      return last && first ? { days: daysBetween(last, first) } : {};
    }
    case 'household':
      return { opened: different(views.map(({ child }) => child)) };
    case 'many-at-once': {
      const moments = views.map(({ at }) => millisecondsOf(at));
      const isOneHour = Math.max(...moments) - Math.min(...moments) <= 3_600_000;
      return { children: isOneHour ? different(views.map(({ child }) => child)) : 0 };
    }
    case 'own-family':
    case 'same-address':
    case 'same-postcode':
    case 'same-surname':
      return {};
  }
}
