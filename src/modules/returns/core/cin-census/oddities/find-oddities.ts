import { codeStanding } from '../../../../../statute/code-set.ts';
import type { FileWindow } from '../../file-kind.ts';
import type { FileFlag } from '../../file-note.ts';
import type { ReadChild } from '../read-census-child.ts';
import type { CensusLaw } from '../read-census-value.ts';
import { type CensusView, viewCensus } from './census-view.ts';
import { oddBetweenEpisodes, oddEpisode } from './odd-episode.ts';
import { oddIdentity } from './odd-identity.ts';
import { oddBeginnings, oddBetweenPlans, oddPlans } from './odd-plans.ts';
import { oddWork } from './odd-work.ts';

/**
 * What is readable but odd about one child, by the census's own checks: loaded all the same, and told. `code` is the check's
 * number; a code in words is a check of our own. Checks over the whole return are not made here.
 */
export function findOddities(child: ReadChild, window: FileWindow, law: CensusLaw): FileFlag[] {
  const flags: FileFlag[] = [];
  const view = viewCensus(child, { window, year: law.year, calendar: law.calendar }, flags);
  oddIdentity(view, (number) => codeStanding(law, 'cin-upn-authority', number, law.year) === 'valid');
  for (const episode of view.episodes) {
    oddEpisode(episode, view);
    oddWork(episode, view);
    oddPlans(episode, view);
  }
  oddBetweenEpisodes(view);
  oddBetweenPlans(view);
  oddBeginnings(view);
  oddOfAnotherYear(child, view);
  return flags;
}

function oddOfAnotherYear({ episodes }: ReadChild, { year, odd }: CensusView): void {
  if (year >= 2027) return;
  for (const row of episodes.flatMap(({ rows }) => rows.filter(({ table }) => table === 'PreProceedings')))
    odd('element-of-another-year', row, 'Pre-proceedings are asked from 2027 on: kept all the same.');
}
