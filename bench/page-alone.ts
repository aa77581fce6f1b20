import type { AskedPage, Opened, OpenPage } from './asked-pages.ts';
import type { BareSql } from './bare-sql.ts';
import { listenedStatements, type Statement } from './listened-statements.ts';

/** One kind of page, opened by one reader while nobody else reads. Milliseconds are medians over its addresses. */
export type PageAlone = {
  readonly name: string;
  /** The whole request: session, questions, HTML, line in the access log. */
  readonly server: number;
  /** The same statements over a plain connection, in one transaction. */
  readonly bare: number;
  readonly statements: number;
  readonly kilobytes: number;
};

/** Rounds over which the fastest is taken: the one that the rest of the machine disturbed least. */
const ROUNDS = 3;

/** Opens a kind of page at several addresses, each beside its own SQL in turns. Throws when a page fails. */
export async function pageAlone(page: AskedPage, open: OpenPage, bare: BareSql, times: number): Promise<PageAlone> {
  const found: { server: number; bare: number; statements: number; bytes: number }[] = [];
  for (const opened of page.opened.slice(0, times)) {
    const { statements, bytes } = await heardAt(page.name, opened, open);
    await bare.replay(statements);
    const best = { server: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await open(opened);
      best.server = Math.min(best.server, performance.now() - start);
      best.bare = Math.min(best.bare, await bare.replay(statements));
    }
    found.push({ ...best, statements: statements.length, bytes });
  }
  return {
    name: page.name,
    server: middleOf(found.map(({ server }) => server)),
    bare: middleOf(found.map((each) => each.bare)),
    statements: middleOf(found.map(({ statements }) => statements)),
    kilobytes: Math.round(middleOf(found.map(({ bytes }) => bytes)) / 1_000),
  };
}

/** What a page asks at one address, in order. */
export async function heardAt(
  name: string,
  opened: Opened,
  open: OpenPage,
): Promise<{ readonly statements: Statement[]; readonly bytes: number }> {
  let bytes = 0;
  const statements = await listenedStatements(async () => {
    const { status, html } = await open(opened);
    if (status >= 400 && status !== 422) throw new Error(`${name} answered ${status}`);
    bytes = html.length;
  });
  return { statements, bytes };
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
