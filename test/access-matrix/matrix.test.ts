import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { h } from 'preact';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { clockOf } from '../../src/app/house-mark.ts';
import { houseWeb } from '../../src/app/web/house-web.ts';
import { navigationFor } from '../../src/app/web/navigation.ts';
import { pagesOf } from '../../src/app/web/pages.ts';
import type { Id } from '../../src/kernel/id.ts';
import { firstPageOf } from '../../src/modules/access/core/permission.ts';
import type { Door } from '../../src/modules/access/pages/signing-in/door.ts';
import { GRANTABLE_ROLES, mayDo, ROLE_NAMES, type Role } from '../../src/modules/access/public.ts';
import { councilProvider } from '../../src/modules/access/store/signing-in/council-provider.ts';
import { render } from '../../src/platform/http/answer.ts';
import type { Page } from '../../src/platform/http/page.ts';
import type { Web } from '../../src/platform/http/web.ts';
import { keyringOf, newMasterKey } from '../../src/platform/keys/keyring.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { type FreshDatabase, inventedDatabase } from '../fresh-database.ts';
import { idOf, peopleOfRelations, type Somebody, STANDINGS, type StandingName, TODAY } from './people-of-relations.ts';
import { inYaml, type RouteRow, routeOf, rowOf } from './route-rows.ts';

type Matrix = {
  readonly routes: Readonly<Record<string, RouteRow>>;
  readonly noRoute: readonly Role[];
  readonly standings: Readonly<Record<'open' | 'ask' | 'hidden' | 'signed-out', readonly StandingName[]>>;
  readonly wholeCounty: readonly Role[];
};
const matrix = parse(readFileSync(path.join(import.meta.dirname, 'matrix.yaml'), 'utf8')) as Matrix;
const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-matrix-'));
/** With the council's own sign-in, so that its pages are judged too; nobody goes there. */
const door: Door = {
  real: false,
  council: 'Wherrymouth County Council',
  keys: keyringOf([newMasterKey()]),
  log: () => {},
  provider: councilProvider({
    issuer: 'http://localhost:1',
    clientId: 'matrix',
    clientSecret: 'matrix',
    groupsClaim: 'groups',
    roles: undefined,
  }),
  setRights: async () => ({ keptAdministrator: false }),
};
const pages = pagesOf(readStatute(), folder, door);
const routes = new Map(pages.map((page) => [routeOf(page), page]));

describe('the matrix and the manifests', () => {
  test('every route stands in the matrix as it is; a new one has to be decided first', () => {
    const undecided = [...routes].filter(([route, page]) => {
      const row = matrix.routes[route];
      return row === undefined || JSON.stringify(inOrder(row)) !== JSON.stringify(inOrder(rowOf(page)));
    });
    expect(undecided.map(([route, page]) => inYaml(route, rowOf(page))).join('\n')).toBe('');
    expect(Object.keys(matrix.routes).filter((route) => !routes.has(route))).toEqual([]);
  });

  test('a role without a route has none, and nobody can be given it', () => {
    const without = ROLE_NAMES.filter(
      (role) => !Object.values(matrix.routes).some(({ roles }) => roles.includes(role)),
    );
    expect(without).toEqual(matrix.noRoute);
    expect(matrix.noRoute.filter((role) => GRANTABLE_ROLES.includes(role))).toEqual([]);
  });

  test('nobody begins on a page, or is shown a link to one, that their roles do not open', () => {
    const opens = (roles: readonly string[], address: string): boolean =>
      pages.some(
        ({ method, path: at, permission }) =>
          method !== 'post' &&
          permission !== null &&
          mayDo(roles, permission) &&
          new RegExp(`^${at.replaceAll(/:\w+/g, '[^/]+')}$`).test(address),
      );
    const pairs = GRANTABLE_ROLES.flatMap((one) => GRANTABLE_ROLES.map((other) => [one, other]));
    const closed = pairs.flatMap((roles) =>
      [firstPageOf(roles), ...navigationFor(roles).map(({ href }) => href)].flatMap((address) =>
        opens(roles, address) ? [] : [`${roles.join(' and ')}: ${address}`],
      ),
    );
    expect([pairs.length > 200, closed]).toEqual([true, []]);
  });

  test('every standing towards a child is decided once', () => {
    const decided = Object.values(matrix.standings).flat();
    expect([...decided].sort()).toEqual([...STANDINGS].sort());
  });
});

const inOrder = ({ permission, about, log, roles }: RouteRow) => ({ permission, about, log, roles });

let fresh: FreshDatabase;
let web: Web;
let people: ReadonlyMap<StandingName, Somebody>;
let asked: Id;
const OPENED = 'the page was opened';

/** The same routes with nothing behind them: what is judged here is who gets through. */
const bare = (page: Page): Page =>
  ({
    ...page,
    handle: async () => render(h('p', null, OPENED)),
    about: typeof page.about === 'function' ? async () => [asked] : page.about,
    params: undefined,
    query: undefined,
    body: undefined,
  }) as unknown as Page;

beforeAll(async () => {
  fresh = await inventedDatabase();
  people = await peopleOfRelations(fresh);
  const clock = clockOf('invented', TODAY as never);
  if (!clock.ok) throw new Error(clock.refusal);
  web = await houseWeb({
    db: fresh.db,
    clock: clock.value,
    council: { name: 'Wherrymouth', mark: 'invented', book: idOf('the council'), createdAt: clock.value.now() },
    log: () => {},
    pages: pages.filter(({ permission }) => permission !== null).map(bare),
    dataFolder: folder,
  });
});
afterAll(async () => {
  await web?.close();
  await fresh?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the house does with a request: through, sent to ask, not found, not allowed, or to sign in first. */
type Outcome = 'open' | 'ask' | 'hidden' | 'not-allowed' | 'signed-out';

async function knock(page: Page, child: Id, session: string | undefined): Promise<Outcome> {
  asked = child;
  const answer = await web.inject({
    method: page.method === 'post' ? 'POST' : 'GET',
    url: page.path.replace(':child', child).replace(/:\w+/g, idOf('anything')),
    cookies: session ? { 'sightline-session': session } : {},
    ...(page.method === 'post'
      ? { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      : {}),
  });
  const { statusCode: status, headers } = answer;
  if (status === 303) return headers.location?.startsWith('/sign-in') ? 'signed-out' : 'ask';
  if (status === 404) return 'hidden';
  if (answer.body.includes('Your role does not allow this')) return 'not-allowed';
  return 'open'; // or a form without its token: it is refused as stale, after who asks was judged
}

const somebody = (standing: StandingName): Somebody => {
  const found = people.get(standing);
  if (!found) throw new Error(`nobody is ${standing}`);
  return found;
};
const become = (roles: readonly Role[]) =>
  fresh.db.owner((tx) => sql`update access.person set roles = ${[...roles]}`.execute(tx));
const closedRoutes = pages.filter(({ permission }) => permission !== null);
const ofOneChild = ({ about }: Page): boolean => about === 'child' || typeof about === 'function';
const expectedOf = (role: Role, standing: StandingName, page: Page): Outcome => {
  if (matrix.standings['signed-out'].includes(standing)) return 'signed-out';
  if (!matrix.routes[routeOf(page)]?.roles.includes(role)) return 'not-allowed';
  if (!ofOneChild(page)) return 'open';
  if (matrix.standings.hidden.includes(standing)) return 'hidden';
  return matrix.standings.open.includes(standing) || matrix.wholeCounty.includes(role)
    ? dutyOnly(role, standing)
    : 'ask';
};
/** Duty is a relation of two roles alone: of anybody else nobody’s child asks for a reason. */
const dutyOnly = (role: Role, standing: StandingName): Outcome =>
  standing !== 'duty' || matrix.wholeCounty.includes(role) || role === 'duty-worker' || role === 'team-manager'
    ? 'open'
    : 'ask';

async function wrongOnes(role: Role, standings: readonly StandingName[], some: readonly Page[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const standing of standings)
    for (const page of some) {
      const { child, session } = somebody(standing);
      const [is, should] = [await knock(page, child, session), expectedOf(role, standing, page)];
      if (is !== should) wrong.push(`${role}, ${standing}, ${routeOf(page)}: ${is}, not ${should}`);
    }
  return wrong;
}

describe('who gets through', () => {
  test('a visitor is led to sign in, from every route that is not for visitors', async () => {
    for (const page of closedRoutes)
      expect([routeOf(page), await knock(page, somebody('allocated').child, undefined)]).toEqual([
        routeOf(page),
        'signed-out',
      ]);
  });

  test.each(ROLE_NAMES)(
    '%s: every route, with a relation, without one, and as somebody who knows the child',
    async (role) => {
      await become([role]);
      expect(await wrongOnes(role, ['allocated', 'none', 'interest'], closedRoutes.filter(ofOneChild))).toEqual([]);
      expect(
        await wrongOnes(
          role,
          ['none'],
          closedRoutes.filter((page) => !ofOneChild(page)),
        ),
      ).toEqual([]);
    },
  );

  test.each(ROLE_NAMES)('%s: every standing towards a child, on a page and on a form', async (role) => {
    await become([role]);
    const own = closedRoutes.filter((page) => ofOneChild(page) && mayDo([role], page.permission ?? ''));
    const [get, post] = [own.find(({ method }) => method !== 'post'), own.find(({ method }) => method === 'post')];
    expect(
      await wrongOnes(
        role,
        STANDINGS,
        [get, post].flatMap((page) => page ?? []),
      ),
    ).toEqual([]);
  });

  test('a right that is taken away is gone with the next request', async () => {
    const page = routes.get('GET /children/:child');
    if (!page) throw new Error('no such route');
    const { child, session } = somebody('allocated');
    await become(['social-worker']);
    expect(await knock(page, child, session)).toBe('open');
    await become(['administrator']);
    expect(await knock(page, child, session)).toBe('not-allowed');
  });
});
