import type { Tally } from '../core/decide-batch.ts';
import type { ImportRun } from '../store/import-run-rows.ts';

/** What became of a loading, in a few words. */
export function stateInWords({ state, mark, childrenInFile }: ImportRun): string {
  switch (state) {
    case 'waiting':
      return 'Waits for its turn';
    case 'reading':
      return 'Is being read';
    case 'writing':
      return `Is being loaded: ${mark} of ${childrenInFile ?? '…'} children`;
    case 'done':
      return 'Loaded';
    case 'refused':
      return 'Not loaded';
    case 'failed':
      return `Stopped after ${mark} of ${childrenInFile ?? '…'} children`;
  }
}

/** Is there more to come? */
export const goesOn = ({ state }: ImportRun): boolean => ['waiting', 'reading', 'writing'].includes(state);

/** "399 children: 12 loaded, 386 unchanged, 1 set aside". */
export const tallyInWords = ({ read, loaded, unchanged, setAside }: Tally, what: string): string =>
  `${read} ${what}: ${loaded} loaded, ${unchanged} unchanged, ${setAside} set aside`;
