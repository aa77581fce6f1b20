import { sql } from 'kysely';
import { chanceOf } from '../county/census/chance.ts';
import { handMadeId } from '../county/hand-made/hand-made-id.ts';
import { HOUSE } from '../src/app/house-mark.ts';
import type { Id } from '../src/kernel/id.ts';
import type { Database, Tx } from '../src/platform/database/database.ts';
import { formToken } from '../src/platform/http/form-token.ts';
import type { Page } from '../src/platform/http/page.ts';
import type { Web } from '../src/platform/http/web.ts';

/** What somebody opens: an address, or a form that is sent to it. */
export type Opened = { readonly url: string; readonly form?: Readonly<Record<string, string>> };

/** One kind of page, the addresses of it that are opened in turn, and how often of a hundred openings it is opened. */
export type AskedPage = { readonly name: string; readonly share: number; readonly opened: readonly Opened[] };

export const CHILDS_PAGE = 'a child’s page';
/** A child of the hand-made stories has the same history in a county of any size. */
export const SAME_CHILD: Opened = { url: `/children/${handMadeId('child', 'Safiya Nowak-Rahman')}` };

const MANY = 60;
const SEED = 7;

/** Every kind of page that reads, with addresses of this county. A kind that the house does not have is left out. */
export async function askedPages(db: Database, pages: readonly Page[], open: OpenPage): Promise<AskedPage[]> {
  const there = new Set(pages.map(({ path }) => path as string));
  const sample = await db.as(HOUSE, samplesOf);
  const child = (id: Id): string => `/children/${id}`;
  const explained = await firstExplanations(sample.children.slice(0, 12).map(child), open);
  const asked: (AskedPage & { readonly path: string })[] = [
    { path: '/children/:child', name: CHILDS_PAGE, share: 40, opened: at(sample.children.map(child)) },
    {
      path: '/children/:child/explain/:duty/:thread/:started',
      name: 'an explanation',
      share: 10,
      opened: at(explained),
    },
    { path: '/children', name: 'search', share: 16, opened: sample.words.map(searchFor) },
    {
      path: '/children',
      name: 'the list of children',
      share: 8,
      opened: at(['/children', '/children?show=late&page=2']),
    },
    { path: '/registers/:register', name: 'a register', share: 8, opened: at(REGISTERS) },
    { path: '/county', name: 'the county', share: 4, opened: at(['/county']) },
    {
      path: '/county/image',
      name: 'the county as one image',
      share: 4,
      opened: at(['/county/image', '/county/image?line=12']),
    },
    { path: '/teams/:team', name: 'a team', share: 5, opened: at(sample.teams.map((id) => `/teams/${id}`)) },
    { path: '/workers/:worker', name: 'a worker', share: 5, opened: at(sample.workers.map((id) => `/workers/${id}`)) },
  ];
  return asked.filter(({ path, opened }) => there.has(path) && opened.length > 0);
}

const REGISTERS = ['no-social-worker', 'not-assessed', 'not-seen', 'no-plan', 'cannot-tell'].map(
  (register) => `/registers/${register}`,
);
const at = (addresses: readonly string[]): Opened[] => addresses.map((url) => ({ url }));
const searchFor = (word: string): Opened => ({ url: '/children', form: { looking: word } });

/** Opens a page as somebody who is signed in. */
export type OpenPage = (opened: Opened, reader?: number) => Promise<{ readonly status: number; readonly html: string }>;

/** Each reader has a session of their own. */
export const opener =
  (web: Web, sessions: readonly string[]): OpenPage =>
  async ({ url, form }, reader = 0) => {
    const session = sessions[reader % sessions.length] as string;
    const cookies = { 'sightline-session': session };
    const answer =
      form === undefined
        ? await web.inject({ url, cookies })
        : await web.inject({
            method: 'POST',
            url,
            cookies,
            headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
            payload: new URLSearchParams({ _csrf: formToken(session), ...form }).toString(),
          });
    return { status: answer.statusCode, html: answer.body };
  };

type Samples = { readonly children: Id[]; readonly words: string[]; readonly teams: Id[]; readonly workers: Id[] };

/** Open children of every kind of history, scattered over the county; words of names; teams, and workers who hold children. */
async function samplesOf(tx: Tx): Promise<Samples> {
  const { rows: children } = await sql<{ child: Id; name: string | null }>`
    select s.child, min(c.name) as name from sight.span s
    join people.child_identity i on i.identity = s.child join people.child c on c.book = i.book
    where s."is" = 'open' and s.until_day is null group by s.child order by md5(s.child::text) limit ${MANY}`.execute(
    tx,
  );
  const { rows: teams } = await sql<{ id: Id }>`
    select book as id from workforce.team order by md5(book::text) limit 12`.execute(tx);
  const { rows: workers } = await sql<{ id: Id }>`
    select party as id from sight.span where "is" = 'held' and until_day is null and party is not null
    group by party order by md5(party::text) limit 24`.execute(tx);
  const chance = chanceOf(SEED);
  const words = children.flatMap(({ name }) => {
    const parts = name?.split(/\s+/) ?? [];
    return parts.length === 0 ? [] : [chance.percent(50) ? parts.join(' ').toLowerCase() : chance.pick(parts)];
  });
  return { children: children.map(({ child }) => child), words, teams: ids(teams), workers: ids(workers) };
}

const ids = (rows: readonly { readonly id: Id }[]): Id[] => rows.map(({ id }) => id);

async function firstExplanations(children: readonly string[], open: OpenPage): Promise<string[]> {
  const found: string[] = [];
  for (const url of children) {
    const link = /href="(\/children\/[^"]+\/explain\/[^"]+)"/.exec((await open({ url })).html)?.[1];
    if (link !== undefined) found.push(link.replaceAll('&amp;', '&'));
  }
  return found;
}
