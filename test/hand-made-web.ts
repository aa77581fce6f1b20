import { handMadeId } from '../county/hand-made/hand-made-id.ts';
import { handMadePeople, loadHandMade } from '../county/hand-made/load-hand-made.ts';
import { entryRegistry } from '../src/app/entry-registry.ts';
import { HOUSE } from '../src/app/house-mark.ts';
import { houseProjections } from '../src/app/house-projections.ts';
import { lastLook } from '../src/app/web/last-look.ts';
import { lookAtWords } from '../src/app/web/look-at-words.ts';
import { notices } from '../src/app/web/notices.tsx';
import { practicePages } from '../src/app/web/practice-pages.ts';
import type { Id } from '../src/kernel/id.ts';
import type { Instant } from '../src/kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../src/kernel/local-date.ts';
import { mayDo, PERMISSIONS, type Role, rolesInWords } from '../src/modules/access/public.ts';
import { judge } from '../src/modules/access/store/gate.ts';
import { addPerson } from '../src/modules/access/store/person-store.ts';
import { standingClock } from '../src/platform/clock/house-clock.ts';
import type { Database } from '../src/platform/database/database.ts';
import type { Page } from '../src/platform/http/page.ts';
import { createWeb } from '../src/platform/http/web.ts';
import type { AccessLine } from '../src/platform/http/web-options.ts';
import type { Log } from '../src/platform/log/log.ts';
import type { EntryRegistry } from '../src/record/registry.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { type FreshDatabase, inventedDatabase } from './fresh-database.ts';

type Fields = Readonly<Record<string, string>>;
export type Answered = { readonly status: number; readonly location: string | undefined; readonly html: string };

/** Pages in process, as a browser without scripts meets them, with the people of the hand-made county signed in. */
export type WebInTests = {
  readonly accessLines: readonly AccessLine[];
  /** The events of the operators' log. */
  readonly logged: readonly { readonly event: string }[];
  get(who: string, address: string): Promise<Answered>;
  /** Sends a form of `page`, with everything hidden in it, as `who`; `to` is another address than the form's own. */
  send(who: string, page: Answered, fields: Fields, to?: string): Promise<Answered>;
  close(): Promise<void>;
};

/** The hand-made county on its present day, with the pages that write in it. */
export type HandMadeWeb = WebInTests & { readonly db: Database; readonly registry: EntryRegistry };

export async function handMadeWeb(): Promise<HandMadeWeb> {
  const fresh: FreshDatabase = await inventedDatabase();
  const { db } = fresh;
  const registry = entryRegistry();
  const projections = houseProjections(registry, readStatute());
  await loadHandMade({ db, registry, projections, councilBook: handMadeId('council', 'of the tests') });
  const web = await webInTests(db, practicePages(registry, projections), mustBeDate('2026-03-31'));
  return {
    ...web,
    db,
    registry,
    close: async () => {
      await web.close();
      await fresh.drop();
    },
  };
}

/** Somebody more who signs in, by the first part of their address. */
export type PersonInTests = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
};

/** These pages over that database, on that day. */
export async function webInTests(
  db: Database,
  pages: readonly Page[],
  today: LocalDate,
  others: readonly PersonInTests[] = [],
): Promise<WebInTests> {
  const people: readonly PersonInTests[] = [...handMadePeople, ...others];
  const accessLines: AccessLine[] = [];
  const logged: { event: string }[] = [];
  const log: Log = (event, fields) => {
    logged.push({ event });
    // A mistake that a test should show; what was stopped on its way out has told its own event.
    if (event.includes('fault') && logged.at(-2)?.event !== 'protected.stopped') console.error(event, fields);
  };
  await db.as(HOUSE, async (tx) => {
    for (const person of people) await addPerson(tx, { ...person, addedAt: '2026-03-01T09:00:00.000Z' as Instant });
  });
  const web = await createWeb({
    pages,
    db,
    clock: standingClock(today),
    log,
    assets: import.meta.dirname,
    uploads: '/nowhere',
    notices,
    personOf: async (session) => people.find(({ email }) => email.startsWith(session)),
    endSession: async () => {},
    may: (person, permission) => mayDo(person.roles, permission),
    gate: (person, book) => judge(db, person, book),
    lookAtWords,
    lastCheck: lastLook(db, log),
    grantable: new Set(PERMISSIONS),
    keepAccess: async (line) => {
      accessLines.push(line);
    },
    face: async () => ({ council: 'Wherrymouth County Council', colour: null, mark: 'invented', trial: false }),
    nav: () => [],
    roleOf: (person) => rolesInWords(person.roles),
  });
  const cookies = (who: string) => ({ 'sightline-session': who });
  const answered = (answer: Awaited<ReturnType<typeof web.inject>>): Answered => ({
    status: answer.statusCode,
    location: answer.headers.location,
    html: answer.body,
  });
  return {
    accessLines,
    logged,
    get: async (who, address) => answered(await web.inject({ url: address, cookies: cookies(who) })),
    send: async (who, page, fields, to) =>
      answered(
        await web.inject({
          method: 'POST',
          url: to ?? actionOf(page),
          cookies: cookies(who),
          headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
          payload: new URLSearchParams({ ...hiddenIn(page), ...fields }).toString(),
        }),
      ),
    close: () => web.close(),
  };
}

const MAIN_FORM = /<form [^>]*class="sl-form"[^>]*>[\s\S]*?<\/form>/;
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

function actionOf({ html }: Answered): string {
  return /action="([^"]+)"/.exec(MAIN_FORM.exec(html)?.[0] ?? '')?.[1] ?? 'no form';
}

function hiddenIn({ html }: Answered): Fields {
  const form = MAIN_FORM.exec(html)?.[0] ?? '';
  const inputs = form.match(/<input type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
    ]),
  );
}

/** The book of a hand-made child. */
export const childNamed = (name: string): Id => handMadeId('child', name);
