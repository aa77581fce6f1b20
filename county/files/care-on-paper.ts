import type { Id } from '../../src/kernel/id.ts';
import type { Day } from '../generate/days.ts';
import { inEpisode, type Line, linesOf, type Paper, said } from './paper-of-child.ts';

/** A stretch of care under one law in one home: what the looked-after return calls an episode. */
export type CareStretch = {
  readonly from: Day;
  readonly until: Day | undefined;
  readonly law: string;
  readonly home: Line | undefined;
  /** Why it began: came into care, another law, another home, or both. */
  readonly because: 'S' | 'L' | 'P' | 'B';
  /** Why it ended: the care did, or it goes on otherwise. */
  readonly ended: string | undefined;
};

export type CarePeriod = {
  readonly thread: Id;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly ended: Line | undefined;
  readonly need: string;
  readonly lines: readonly Line[];
  readonly stretches: readonly CareStretch[];
};

const NEED: Readonly<Record<string, string>> = {
  'abuse-or-neglect': 'N1',
  'child-disability': 'N2',
  'family-in-acute-stress': 'N4',
  'family-dysfunction': 'N5',
  'absent-parenting': 'N8',
};
const LAW: Readonly<Record<string, string>> = { accommodated: 'V2', 'interim-care-order': 'C1', 'care-order': 'C2' };
const ENDED: Readonly<Record<string, string>> = {
  'returned-home-planned': 'E4A',
  'returned-home-unplanned': 'E4B',
  'guardianship-by-other-relative': 'E47',
  'child-arrangements-order': 'E41',
  'stayed-with-carers-at-eighteen': 'E17',
};
export const HOME: Readonly<Record<string, string>> = {
  foster: 'U6',
  'foster-by-relative': 'U3',
  'childrens-home': 'K2',
  'with-parents': 'P1',
  'semi-independent': 'Z11',
  'supported-accommodation': 'K3',
};
export const PROVIDER: Readonly<Record<string, string>> = {
  parents: 'PR0',
  'own-council': 'PR1',
  private: 'PR4',
  voluntary: 'PR5',
};

/** The periods of care in a child's book, as far as they had come by a day. */
export function carePeriodsOf(paper: Paper, today: Day): CarePeriod[] {
  return linesOf(paper, 'care-entered')
    .filter(({ on }) => on <= today)
    .map((entered) => {
      const lines = inEpisode(paper.lines, entered.thread).filter(({ on }) => on <= today);
      const ended = lines.find(({ type }) => type === 'care-ended');
      const period = { thread: entered.thread, from: entered.on, until: ended?.on, ended, lines };
      return { ...period, need: NEED[said(entered.data.because) ?? ''] ?? 'N1', stretches: stretchesOf(period) };
    });
}

function stretchesOf({
  from,
  until,
  ended,
  lines,
}: Pick<CarePeriod, 'from' | 'until' | 'ended' | 'lines'>): CareStretch[] {
  const homes = lines.filter(({ type }) => type === 'placement-begun');
  const laws = lines.filter(({ type }) => type === 'care-entered' || type === 'legal-status-changed');
  const days = [...new Set([from, ...homes.map(({ on }) => on), ...laws.map(({ on }) => on)])]
    .filter((day) => day < (until ?? day + 1))
    .sort((a, b) => a - b);
  return days.map((day, at) => {
    const next = days[at + 1];
    const [law, home] = [laws.findLast(({ on }) => on <= day), homes.findLast(({ on }) => on <= day)];
    const [newLaw, newHome] = [law?.on === day, home?.on === day];
    return {
      from: day,
      until: next ?? until,
      law: LAW[said(law?.data.legalStatus) ?? ''] ?? 'V2',
      home,
      because: at === 0 ? 'S' : newLaw && newHome ? 'B' : newLaw ? 'L' : 'P',
      ended:
        next !== undefined ? 'X1' : until === undefined ? undefined : (ENDED[said(ended?.data.because) ?? ''] ?? 'E8'),
    };
  });
}
