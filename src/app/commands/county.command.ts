import path from 'node:path';
import { sql } from 'kysely';
import { writeCountyFiles } from '../../../county/files/write-county-files.ts';
import { countyOf, DEMO_COUNTY } from '../../../county/generate/county-plan.ts';
import { type InventedCounty, inventCounty } from '../../../county/generate/invent-county.ts';
import { type BareContext, command, done, type Outcome, refusedWith, wrongUse } from '../cli/command.ts';
import { createInvented } from '../create-house.ts';
import { INVENTED_COUNCIL } from '../demo-people.ts';
import { clockOf, HOUSE, readCouncil } from '../house-mark.ts';
import { openPlace, type Place } from '../place.ts';
import { tellCounty } from '../tell-county.ts';

/** More children than any council in England has open is a mistake of typing. */
const MOST_CHILDREN = 500_000;

/** `county`: invents Wherrymouth by a seed and size, and loads it where it is asked to. */
export const countyCommand = command({
  name: 'county',
  takes: '',
  about: 'Invents a county of children by a seed: the same seed and size are the same county on every machine.',
  options: {
    seed: { kind: 'text', about: 'a whole number; that of the demonstration until it is given' },
    children: { kind: 'text', about: 'how many children are open on the present day; 300 until it is given' },
    load: { kind: 'flag', about: 'load it into an invented database without children, made where there is none' },
    out: { kind: 'text', about: 'a folder to write its own census, looked-after return and Annex A into' },
  },
  needs: 'nothing',
  run: async (context, { options }) => {
    const seed = wholeNumber(options.seed, DEMO_COUNTY.seed, 0, 2 ** 32 - 1);
    const children = wholeNumber(options.children, DEMO_COUNTY.children, 20, MOST_CHILDREN);
    if (seed === undefined) return wrongUse('--seed must be a whole number.');
    if (children === undefined) return wrongUse(`--children must be a whole number from 20 to ${MOST_CHILDREN}.`);
    if (options.load && options.out !== undefined) return wrongUse('Say --load or --out, one at a time.');
    const invented = inventCounty(countyOf(seed, children));
    if (options.out !== undefined) return write(invented, options.out);
    return options.load ? load(context, invented) : measure(invented);
  },
});

function wholeNumber(typed: string | undefined, otherwise: number, least: number, most: number): number | undefined {
  if (typed === undefined) return otherwise;
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

async function load(context: BareContext, invented: InventedCounty): Promise<Outcome> {
  const place = await openPlace(context.config);
  try {
    return await loadInto(place, context, invented);
  } finally {
    await place.close();
  }
}

async function loadInto(
  place: Place,
  { config, print, signal }: BareContext,
  invented: InventedCounty,
): Promise<Outcome> {
  await place.migrate();
  const clock = clockOf('invented', config.today);
  if (!clock.ok) return refusedWith(clock.refusal);
  await createInvented(place.db, clock.value, INVENTED_COUNCIL, 'without-stories');
  const council = await readCouncil(place.db);
  if (council?.mark !== 'invented')
    return refusedWith(
      `The database here is that of ${council?.name}, which is real: an invented county is not loaded into it.`,
    );
  if (await holdsChildren(place))
    return refusedWith('The database here already holds children: a county is loaded into an empty one.');
  const began = performance.now();
  const entries = await tellCounty(place.db, invented, council.book, {
    signal,
    onProgress: (told) => print(`${told.toLocaleString('en-GB')} entries`),
  });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { seed, children } = invented.county;
  return done({ seed, children, entries, seconds }, [
    `Loaded ${council.name} with ${children} children open on its present day, seed ${seed}: ${entries.toLocaleString('en-GB')} entries in ${seconds} seconds.`,
  ]);
}

const holdsChildren = async ({ db }: Place): Promise<boolean> =>
  (await db.as(HOUSE, (tx) => sql`select from record.book where kind = 'child' limit 1`.execute(tx))).rows.length > 0;

async function write(invented: InventedCounty, folder: string): Promise<Outcome> {
  const written = await writeCountyFiles(invented, folder);
  const { seed, children } = invented.county;
  return done({ seed, ...written, open: children }, [
    `Wrote what Wherrymouth with ${children} children open, seed ${seed}, would send in:`,
    `  ${written.census}`,
    `  ${path.dirname(written.lookedAfter[0] ?? '')}${path.sep}*.csv`,
    `  ${written.annex}`,
  ]);
}

/** Says how large the county is, and keeps nothing of it. */
function measure(invented: InventedCounty): Outcome {
  const { seed, children } = invented.county;
  const found = { seed, children, known: 0, families: 0, entries: 0 };
  for (const family of invented.families()) {
    found.families += 1;
    found.known += family.children.length;
    found.entries += family.told.reduce((sum, { act }) => sum + act.entries.length, 0);
  }
  return done(found, [
    `Wherrymouth with ${children} children open, seed ${seed}: ${found.known} children ever known in ${found.families} families, ${found.entries.toLocaleString('en-GB')} entries. Load it with --load.`,
  ]);
}
