import { type AskedPage, CHILDS_PAGE, type OpenPage, SAME_CHILD } from './asked-pages.ts';
import { type BareSql, openBareSql } from './bare-sql.ts';
import { type Bench, growthExponent, type Measured } from './bench.ts';
import { withBenchServer } from './bench-database.ts';
import { type CountyToRead, withCountyToRead } from './county-to-read.ts';
import { heardAt, pageAlone } from './page-alone.ts';
import { twentyReaders } from './twenty-readers.ts';

const READERS = 20;
/** How long they read. */
const SECONDS = 15;
/** Each kind of page is opened alone at so many addresses. */
const ADDRESSES = 16;

/** By size of the county: how many rows each statement of the same child's page touched. */
const rowsOfSameChild = new Map<number, ReadonlyMap<string, number>>();

/**
 * P10: pages of a loaded county through the whole server: session, page, line in the access log, HTML. Alone, each kind of
 * page stands beside the statements that it asked, replayed over a plain connection; then twenty people read at once.
 */
export const bench: Bench = {
  id: 'p10',
  title: 'every kind of page, once each; then 20 readers at once',
  of: 'open children',
  sizes: [350, 1_400, 5_500],
  run: (size) =>
    withBenchServer(async (fresh, ownerUrlOf, appUrl) => {
      const db = await fresh('county', 10);
      const bare = await openBareSql(appUrl('county'));
      try {
        const wanted = { children: size, readers: READERS };
        return await withCountyToRead(db, ownerUrlOf('county'), wanted, (county) => measure(county, bare, size));
      } finally {
        await bare.close();
      }
    }),
  headline: (_largest, all) => ({ ...growthOfPages(all), ...growthOfChildsPage(all) }),
};

async function measure({ asked, open, seconds }: CountyToRead, bare: BareSql, size: number): Promise<Measured> {
  await warm(asked, open);
  rowsOfSameChild.set(size, await rowsByStatement(open, bare));
  const alone = [];
  for (const page of asked) alone.push(await pageAlone(page, open, bare, ADDRESSES));
  const together = await twentyReaders(asked, open, SECONDS);
  const found = Object.fromEntries([
    ['secondsToLoad', seconds],
    ...alone.map(({ name, statements, kilobytes }) => [
      `statements of ${name}`,
      `${statements}, ${kilobytes} kB of HTML`,
    ]),
    ...[...together].map(([name, { p50, p95, openings }]) => [
      `p50 and p95 of ${name}, ms, ${READERS} readers`,
      `${p50.toFixed(1)}, ${p95.toFixed(1)} of ${openings}`,
    ]),
  ]);
  return {
    size,
    milliseconds: alone.reduce((sum, { server }) => sum + server, 0),
    beside: alone.map(({ name, server, bare: milliseconds }) => ({ name, is: 'bound', ours: server, milliseconds })),
    found,
  };
}

/** Every connection of the pool has met every statement. */
async function warm(asked: readonly AskedPage[], open: OpenPage): Promise<void> {
  for (let time = 0; time < 8; time += 1)
    for (const { opened } of asked) await open(opened[time % opened.length] ?? SAME_CHILD);
}

async function rowsByStatement(open: OpenPage, bare: BareSql): Promise<Map<string, number>> {
  const { statements } = await heardAt(CHILDS_PAGE, SAME_CHILD, open);
  const rows = await bare.rowsRead(statements);
  const read = new Map<string, number>();
  for (const [index, { text }] of statements.entries()) {
    const name = text.replace(/\s+/g, ' ').trim();
    read.set(name, (read.get(name) ?? 0) + (rows[index] ?? 0));
  }
  return read;
}

/** The growth of each kind of page with the county. */
const growthOfPages = (all: readonly Measured[]): Record<string, number> =>
  Object.fromEntries(
    (all[0]?.beside ?? []).map(({ name }) => {
      const times = all.map(({ size, beside }) => ({
        size,
        milliseconds: beside.find((each) => each.name === name)?.ours ?? 0,
      }));
      return [`growth of ${name}`, Number(growthExponent(times).toFixed(2))];
    }),
  );

/** Small tables are read whole, for that is quicker: only what touches more than these many rows more can grow. */
const A_FEW = 500;

/** The statements of one and the same child's page that touch more rows in the largest county than in the smallest. */
function growthOfChildsPage(all: readonly Measured[]): Record<string, string | boolean> {
  const [small, large] = [all[0], all.at(-1)].map((each) => rowsOfSameChild.get(each?.size ?? 0) ?? new Map());
  const grown = [...(large ?? [])].flatMap(([text, rows]) => {
    const before = small?.get(text) ?? 0;
    return rows > before + A_FEW ? [`${before} to ${rows} rows: ${text.slice(0, 160)}`] : [];
  });
  return {
    noStatementOfAChildsPageGrows: grown.length === 0,
    ...Object.fromEntries(grown.map((told, at) => [`grows ${at + 1}`, told])),
  };
}
