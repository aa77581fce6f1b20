import { handMadeId } from '../../county/hand-made/hand-made-id.ts';
import { jonah, temitope } from '../../county/hand-made/hand-made-people.ts';
import type { Page } from '../../src/platform/http/page.ts';
import type { PlantedCounty } from './planted-county.ts';
import { OTHER_SECRETS, SOME_SECRETS } from './planted-secrets.ts';
import { CHILDREN, CHILDREN_WITH_SECRETS, type Reader } from './readers.ts';

/** One answer, whole: what a network, a browser or a spreadsheet would get. */
export type Answered = {
  readonly asked: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
};

/** What stands for each parameter of a path. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  child: CHILDREN,
  worker: [temitope.id, jonah.id],
  person: [temitope.id],
  team: [handMadeId('team', 'Northfield child protection team')],
  register: [
    'no-social-worker',
    'not-assessed',
    'not-seen',
    'no-plan',
    'cannot-tell',
    'not-seen.csv',
    'no-social-worker.csv',
  ],
  duty: ['cp-visit'],
};
const NOBODY = handMadeId('nobody', 'at all');
/** As it was known before anything was protected; with hindsight; on a day that is none. */
const TIMES = ['?day=1&month=3&year=2026', '?day=1&month=3&year=2026&known=now', '?day=31&month=2&year=2026'];
const LINKS_FOLLOWED = 3;

/** Every address of a route, with every value of its parameters: a child's own page of every child, the others of those with secrets. */
function addressesOf({ path }: Page): string[] {
  const valuesOf = (name: string) =>
    (name === 'child' && path !== '/children/:child' ? CHILDREN_WITH_SECRETS : VALUES[name]) ?? [NOBODY];
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  return names.reduce<string[]>(
    (sofar, name) => sofar.flatMap((address) => valuesOf(name).map((value) => address.replace(`:${name}`, value))),
    [path],
  );
}

const isAskedOfAnyDay = (address: string): boolean =>
  /^\/(children\/[0-9a-f-]{36}|county|county\/image|registers\/not-seen(\.csv)?|my-children)$/.test(address);

/** Words that somebody would look for: secrets of both counties, beginnings of them, and a name that is none. */
export const LOOKED_FOR = [
  ...[SOME_SECRETS, OTHER_SECRETS].flatMap(({ hidden, alias, hiddenNumber }) => [
    hidden,
    alias.split(' ')[0] ?? '',
    hiddenNumber,
  ]),
  SOME_SECRETS.postcode,
  SOME_SECRETS.phone,
  'Nowak',
];

/**
 * Asks as one reader for every address of every route, at every time, follows links of what comes back, looks for words, and
 * sends each form empty. Answers everything that was said.
 */
export async function crawl(county: PlantedCounty, reader: Reader): Promise<Answered[]> {
  const { pages } = county;
  const seen = new Set<string>();
  const all: Answered[] = [];
  const keep = async (method: 'GET' | 'POST', address: string, fields?: Record<string, string>) => {
    const asked = `${method} ${address} ${fields ? new URLSearchParams(fields) : ''}`;
    if (seen.has(asked)) return undefined;
    seen.add(asked);
    const answer = await ask(county, reader, method, address, fields);
    all.push({ ...answer, asked });
    return answer;
  };
  for (const page of pages.filter(({ method, path }) => method !== 'post' && !LEAVES_ALONE.test(path)))
    for (const address of addressesOf(page)) {
      const first = await keep('GET', address);
      if (first?.status !== 200) continue;
      if (isAskedOfAnyDay(address)) for (const time of TIMES) await keep('GET', address + time);
      for (const link of linksIn(first.body).slice(0, LINKS_FOLLOWED)) await keep('GET', link);
    }
  const form = reader.session ? await ask(county, reader, 'GET', '/children') : undefined;
  const token = /name="_csrf" value="([^"]+)"/.exec(form?.body ?? '')?.[1] ?? '';
  if (form?.status === 200)
    for (const looking of LOOKED_FOR) await keep('POST', '/children', { _csrf: token, looking });
  for (const page of pages.filter(({ method, path }) => method === 'post' && !LEAVES_ALONE.test(path)))
    for (const address of addressesOf(page)) await keep('POST', address, { _csrf: token });
  return all;
}

/** Forms about the reader's own session and secrets, which are new each time: what they answer is other tests' to judge. */
const LEAVES_ALONE = /^\/(sign-|my-account|second-factor|set-password)|\/draft$/;

const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|action)="(\/[^"#]*)"/g)]
    .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
    .filter((link) => !/^\/(assets|sign-out|$)/.test(link));

async function ask(
  { web }: PlantedCounty,
  { session }: Reader,
  method: 'GET' | 'POST',
  url: string,
  fields?: Record<string, string>,
): Promise<Omit<Answered, 'asked'>> {
  const answer = await web.inject({
    method,
    url,
    cookies: session ? { 'sightline-session': session } : {},
    ...(fields
      ? {
          payload: new URLSearchParams(fields).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }
      : {}),
  });
  const { date: _date, ...headers } = answer.headers;
  return { status: answer.statusCode, headers: JSON.stringify(headers), body: answer.body };
}
