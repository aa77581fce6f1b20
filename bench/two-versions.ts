import { performance } from 'node:perf_hooks';

/** A page slower than this against the version before it is a fault (ratio of medians). */
const ALLOWED = 1.25;
const ROUNDS = 40;

/** One server that runs, and somebody signed in to it. */
type Running = { readonly base: string; readonly cookie: string };

/**
 * Asks two running versions for the same pages in turn, one request at a time, so that whatever else the machine does falls on both.
 * Both serve a copy of one county. `node dist/bench/two-versions.js OLD_ADDRESS NEW_ADDRESS`, with the demonstration's password.
 */
async function compare([before, after]: readonly string[]): Promise<void> {
  if (!before || !after) throw new Error('Say the addresses of both versions: OLD NEW.');
  const who = process.env.WHO ?? 'marguerite.osei-pemberton@wherrymouth.example';
  let slower = 0;
  for (const [name, addresses] of Object.entries(await pagesOf(await signIn(before, who)))) {
    const [old, fresh] = [await signIn(before, who), await signIn(after, who)]; // a session asks for 240 pages a minute
    const took: [number[], number[]] = [[], []];
    for (let round = -4; round < ROUNDS; round += 1) {
      const address = addresses[(round + 4) % addresses.length] ?? '/';
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      for (const which of order) {
        const one = await timed(which === 0 ? old : fresh, address);
        if (round >= 0) took[which === 0 ? 0 : 1].push(one);
      }
    }
    const [was, is] = took.map(median) as [number, number];
    const ratio = is / was;
    if (ratio > ALLOWED) slower += 1;
    console.log(
      `${name.padEnd(28)} ${was.toFixed(1).padStart(8)} ms  ${is.toFixed(1).padStart(8)} ms  ${ratio.toFixed(2)} ×`,
    );
  }
  console.log(
    slower === 0
      ? `No page takes more than ${ALLOWED} × what it took.`
      : `${slower} pages take more than ${ALLOWED} ×.`,
  );
  process.exitCode = slower === 0 ? 0 : 1;
}

async function pagesOf(old: Running): Promise<Record<string, string[]>> {
  const found = async (address: string, pattern: RegExp): Promise<string[]> => [
    ...new Set([...(await bodyOf(old, address)).matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  // Children of every part of the list: those who stand first have by far the longest pages.
  const lists = await Promise.all(
    [1, 25, 50, 75, 100].map((page) => found(`/children?page=${page}`, /href="(\/children\/[0-9a-f-]{36})"/g)),
  );
  const children = lists.flatMap((list) => list.slice(0, 4));
  const explained = (
    await Promise.all(children.slice(0, 8).map((child) => found(child, /href="(\/children\/[^"]+\/explain\/[^"]+)"/g)))
  )
    .flatMap((links) => links.slice(0, 2))
    .map((link) => link.replaceAll('&amp;', '&'));
  const teams = await found('/teams', /href="(\/teams\/[0-9a-f-]{36})"/g);
  const workers = await found(teams[0] ?? '/teams', /href="(\/workers\/[0-9a-f-]{36})"/g);
  return {
    'a child’s page': children.slice(0, 20),
    'an explanation': explained,
    'the list of children': ['/children', '/children?show=late&page=2'],
    'a register': ['no-social-worker', 'not-assessed', 'not-seen', 'no-plan', 'cannot-tell'].map(
      (each) => `/registers/${each}`,
    ),
    'the county': ['/county'],
    'the county as one image': ['/county/image', '/county/image?line=12'],
    'every team': ['/teams'],
    'a team': teams.slice(0, 8),
    'a worker': workers.slice(0, 8),
    disagreements: ['/reconciliation'],
    'the law': ['/duties'],
  };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

async function timed(running: Running, address: string): Promise<number> {
  const begun = performance.now();
  await bodyOf(running, address);
  return performance.now() - begun;
}

async function bodyOf({ base, cookie }: Running, address: string): Promise<string> {
  const answer = await fetch(base + address, { headers: { cookie }, redirect: 'manual' });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${base}${address} answered ${answer.status}`);
  return body;
}

async function signIn(base: string, email: string): Promise<Running> {
  const page = await fetch(`${base}/sign-in`);
  const visitor = page.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: visitor, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: token, email, password: 'line-of-sight', next: '' }),
  });
  const session = answer.headers
    .getSetCookie()
    .find((each) => each.includes('session='))
    ?.split(';')[0];
  if (!session) throw new Error(`Nobody could sign in at ${base}.`);
  return { base, cookie: session };
}

await compare(process.argv.slice(2));
