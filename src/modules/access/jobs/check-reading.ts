import { z } from 'zod';
import type { Id } from '../../../kernel/id.ts';
import { dayInLondon, type Instant, instantInLondon } from '../../../kernel/instant.ts';
import { addDays } from '../../../kernel/local-date.ts';
import type { Database, Identity, Tx } from '../../../platform/database/database.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { alertsAbout } from '../core/needless-reading/snooping.ts';
import type { Period, Surroundings, View } from '../core/needless-reading/snooping-known.ts';
import { type Census, countSurnames, surroundingsOf } from '../store/needless-reading/child-surroundings.ts';
import { type Answered, answeredAbout, keepSuspicion } from '../store/needless-reading/found-suspicions.ts';
import { homesShared } from '../store/needless-reading/own-home.ts';
import { OWN_HOME, readersOf, readReader, viewsOf, wroteAbout } from '../store/needless-reading/own-reading.ts';

/** The nightly reading of the access log. */
export const checkReadingJob: Job<unknown> = { name: 'access.check-reading', payload: z.unknown() };

/** It reads names and relations that no single person may read together: the house’s own hand. */
const CHECKER: Identity = { person: 'reading-check', purpose: 'job' };

/** So many days are judged at once, today among them. */
const DAYS_JUDGED = 31;

/** The last thirty-one days until now. */
export const periodUntil = (now: Instant): Period => ({
  from: instantInLondon(addDays(dayInLondon(now), 1 - DAYS_JUDGED), '00:00'),
  until: now,
});

/** What a reading came to. `lines` are the openings of single records within the period, `added` the alerts that are new. */
export type Checked = {
  readonly readers: number;
  readonly lines: number;
  readonly alerts: number;
  readonly added: number;
};

/**
 * Judges everybody’s openings in the period, one reader after the other, and keeps what should be looked at. Begun again after
 * an interruption it keeps nothing twice. Memory holds one reader’s lines and how common each surname is.
 */
export async function checkReading(db: Database, period: Period, signal?: AbortSignal): Promise<Checked> {
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.as(CHECKER, work);
  const [readers, census] = [await read((tx) => readersOf(tx, period)), await countSurnames(read)];
  const sum = { readers: readers.length, lines: 0, alerts: 0, added: 0 };
  for (const reader of readers) {
    signal?.throwIfAborted();
    const { lines, alerts, added } = await read((tx) => checkReader(tx, reader, census, period));
    sum.lines += lines;
    sum.alerts += alerts;
    sum.added += added;
  }
  return sum;
}

async function checkReader(tx: Tx, id: Id, { children, bearing }: Census, period: Period) {
  const views = await viewsOf(tx, id, period);
  const judged = views.filter(({ at }) => at >= period.from);
  const around = await surroundingsFor(tx, id, [...new Set(judged.map(({ child }) => child))]);
  const near = [...around].flatMap(([child, { family }]) => [child, ...family]);
  const wrote = await wroteAbout(tx, id, [...new Set(near)], period);
  const answered = await answeredAbout(tx, id, period);
  const of = (child: Id): Surroundings => around.get(child) ?? NOTHING_KNOWN;
  const alerts = alertsAbout(
    await readReader(tx, id),
    views,
    {
      children,
      bearing: (surname) => bearing.get(surname) ?? 0,
      of,
      wrote: (child) => wrote.has(child),
      isAnswered: answeredBy(answered, of),
    },
    period,
  );
  let added = 0;
  for (const alert of alerts) if (await keepSuspicion(tx, alert, of(alert.child).family, period)) added += 1;
  return { lines: judged.length, alerts: alerts.length, added };
}

/** With the children whose home is the reader’s own; of all others no home is known. */
async function surroundingsFor(tx: Tx, reader: Id, children: readonly Id[]): Promise<Map<Id, Surroundings>> {
  const around = new Map(await surroundingsOf(tx, children));
  for (const [child, { sameHouse }] of await homesShared(tx, reader, children))
    around.set(child, {
      ...(around.get(child) ?? NOTHING_KNOWN),
      postcodes: [OWN_HOME],
      addresses: sameHouse ? [OWN_HOME] : [],
    });
  return around;
}

const NOTHING_KNOWN: Surroundings = { surnames: [], postcodes: [], addresses: [], family: [] };

/** A reviewer has spoken of the child, or a brother or sister, in that time; or of this very line. */
function answeredBy(answered: readonly Answered[], of: (child: Id) => Surroundings): (view: View) => boolean {
  const lines = new Set(answered.flatMap((each) => each.lines));
  return ({ line, child, at }) =>
    lines.has(line) ||
    answered.some(
      (each) => at >= each.from && at < each.until && (each.child === child || of(child).family.includes(each.child)),
    );
}
