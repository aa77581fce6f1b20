import { grouped } from '../../../../kernel/grouped.ts';
import type { Id } from '../../../../kernel/id.ts';
import { millisecondsOf } from '../../../../kernel/instant.ts';
import { ALERT_AT, type Finding } from './snooping-kinds.ts';
import { GIVEN, isOutOfHours, type Known, type Period, type Reader, type View } from './snooping-known.ts';
import {
  formerlyTheirs,
  manyAtOnce,
  outOfHours,
  type Reading,
  returned,
  wholeHousehold,
  withoutWork,
} from './snooping-pattern.ts';
import { closeTies, looseTies } from './snooping-ties.ts';

/** Somebody should look at why this reader opened this child. */
export type Alert = {
  readonly reader: Id;
  readonly child: Id;
  /** The sum of the findings’ points. */
  readonly score: number;
  /** What points to it, what weighs most first. */
  readonly findings: readonly Finding[];
};

/** A child that comes to a reader within so many days was looked at for that; a brother or sister likewise. */
const BECOMES_THEIRS = 14 * 86_400_000;
/** Handing over goes on for a week. */
const HANDED_OVER = 7 * 86_400_000;

/**
 * Who opened whose record as if without need: at most one alert for a reader and a child, and one for a family, with the
 * child that it says most of. Of `views`, one reader’s alone, those of `period` are judged; earlier ones tell whose a child
 * was. Nobody else’s lines are asked for, so nothing that others do can raise an alert about this reader.
 */
export function alertsAbout(reader: Reader, views: readonly View[], known: Known, period: Period): Alert[] {
  const reading = readingOf(views, known, period);
  const burst = manyAtOnce(reading);
  const alerts = [...grouped(reading.judged, ({ child }) => child)].flatMap(([child, own]) => {
    const unexplained = reading.unexplained.get(child) ?? [];
    const findings = closeTies(reader, child, own, known);
    if (unexplained.length > 0) {
      findings.push(...looseTies(reader, child, unexplained, known), withoutWork(unexplained));
      const more = [
        returned(unexplained),
        outOfHours(unexplained, child, reading),
        formerlyTheirs(unexplained, child, reading),
        wholeHousehold(child, known.of(child).family, reading),
        burst?.child === child ? burst.finding : undefined,
      ];
      findings.push(...more.filter((each) => each !== undefined));
    }
    const score = Math.round(findings.reduce((sum, { points }) => sum + points, 0) * 10) / 10;
    findings.sort((a, b) => b.points - a.points);
    return score >= ALERT_AT ? [{ reader: reader.id, child, score, findings }] : [];
  });
  return oneForEachFamily(alerts, known);
}

function readingOf(views: readonly View[], known: Known, { from, until }: Period): Reading {
  const all = [...views].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line));
  const judged = all.filter((view) => view.at >= from && view.at < until && !known.isAnswered(view));
  const given = grouped(
    all.filter(({ relation }) => GIVEN.has(relation)),
    ({ child }) => child,
  );
  const unexplained = new Map<Id, View[]>();
  for (const [child, own] of grouped(judged, (view) => view.child)) {
    const open = own.filter(({ relation }) => !GIVEN.has(relation));
    if (open.length === 0) continue;
    const { family } = known.of(child);
    if (known.wrote(child) || family.some((each) => known.wrote(each))) continue;
    const left = open.filter((view) => !isGivenNear(view, child, family, given));
    if (left.length > 0) unexplained.set(child, left);
  }
  return { all, judged, unexplained, outOfHours: new Set(judged.filter(isOutOfHours)) };
}

/** Was the child given to the reader about then, or a brother or sister? */
function isGivenNear({ at }: View, child: Id, family: readonly Id[], given: ReadonlyMap<Id, readonly View[]>): boolean {
  const moment = millisecondsOf(at);
  const within = (each: Id, before: number): boolean =>
    (given.get(each) ?? []).some((view) => {
      const away = millisecondsOf(view.at) - moment;
      return away >= -before && away <= BECOMES_THEIRS;
    });
  return within(child, HANDED_OVER) || family.some((each) => within(each, BECOMES_THEIRS));
}

function oneForEachFamily(alerts: readonly Alert[], known: Known): Alert[] {
  const kept: Alert[] = [];
  const spoken = new Set<Id>();
  for (const alert of [...alerts].sort((a, b) => b.score - a.score || (a.child < b.child ? -1 : 1))) {
    if (spoken.has(alert.child)) continue;
    kept.push(alert);
    for (const each of [alert.child, ...known.of(alert.child).family]) spoken.add(each);
  }
  return kept;
}
