import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { writeCountyFiles } from '../../county/files/write-county-files.ts';
import { countyOf } from '../../county/generate/county-plan.ts';
import { monthsAfter } from '../../county/generate/days.ts';
import { inventCounty } from '../../county/generate/invent-county.ts';
import { hear, nothingHeard, systemOf } from '../../county/manifest/system-of-county.fixture.ts';
import { grouped } from '../../src/kernel/grouped.ts';
import type { Id } from '../../src/kernel/id.ts';
import { fromEpochDay } from '../../src/kernel/local-date.ts';
import { importAnnexA } from '../../src/modules/returns/imports/annex-a/import-annex-a.ts';
import { importCinCensus } from '../../src/modules/returns/imports/cin-census/import-cin-census.ts';
import { importSsda903 } from '../../src/modules/returns/imports/ssda903/import-ssda903.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { readClocks } from '../../src/sight/store/clock-rows.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { importHouse } from '../census/import-in-tests.ts';
import type { ClocksByNumber, Compared } from './compare-trio.ts';

/**
 * A county as it knows itself, and as a second, empty database knows it from the county's own three files. The policies of the
 * council are in no file, so that both are judged by the law alone.
 */
export async function trioOfCounty(seed: number, children: number): Promise<Compared> {
  const invented = inventCounty(countyOf(seed, children));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trio '));
  try {
    const { today } = invented.county;
    const lookBack = monthsAfter(today, -6);
    const yearBegan = monthsAfter(today, -12) + 1;
    return {
      county: clocksOfCounty(invented),
      trio: await clocksOfFiles(await writeCountyFiles(invented, folder), today),
      duties: readStatute().duties,
      from: { 'cin-census': yearBegan, ssda903: yearBegan, 'annex-a': lookBack },
      today,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function clocksOfCounty(invented: ReturnType<typeof inventCounty>): ClocksByNumber {
  const known = nothingHeard();
  hear(known, invented.toldOfWorkforce());
  const see = systemOf(known);
  const clocks = new Map<string, readonly ClockPiece[]>();
  for (const { children, told } of invented.families()) {
    const own = nothingHeard();
    hear(own, told);
    for (const { book, number } of children) clocks.set(number, see(book, own.facts.get(book) ?? []).pieces);
  }
  return clocks;
}

type Written = Awaited<ReturnType<typeof writeCountyFiles>>;

async function clocksOfFiles({ census, lookedAfter, annex }: Written, today: number): Promise<ClocksByNumber> {
  const { fresh, context } = await importHouse('invented');
  try {
    const asAt = fromEpochDay(today);
    const loaded = [
      await importCinCensus(context, [census]),
      await importSsda903(context, asAt.slice(0, 4), lookedAfter),
      await importAnnexA(context, annex, asAt),
    ];
    for (const each of loaded) if (!each.ok) throw new Error(each.refusal.sentence);
    return await fresh.db.as(context.identity, async (tx) => {
      const { rows } = await sql<{ identity: Id; number: string }>`
        select distinct i.identity, c.council_child_id as number
        from people.child c join people.child_identity i using (book) where c.council_child_id is not null`.execute(tx);
      const numbers = new Map(rows.map(({ identity, number }) => [identity, number]));
      return grouped(await readClocks(tx, [...numbers.keys()]), ({ child }) => numbers.get(child) ?? '');
    });
  } finally {
    await fresh.drop();
  }
}
