import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { createInvented } from '../src/app/create-house.ts';
import { demoPeople, INVENTED_COUNCIL } from '../src/app/demo-people.ts';
import { entryRegistry } from '../src/app/entry-registry.ts';
import { tellStories } from '../src/app/hand-made-stories.ts';
import { clockOf, HOUSE, readCouncil } from '../src/app/house-mark.ts';
import { houseProjections } from '../src/app/house-projections.ts';
import { manifests } from '../src/app/manifests.ts';
import { readingOf } from '../src/app/reading.ts';
import { houseWeb } from '../src/app/web/house-web.ts';
import { readingPages } from '../src/app/web/reading-pages.ts';
import type { Id } from '../src/kernel/id.ts';
import { mustBeDate } from '../src/kernel/local-date.ts';
import type { Role } from '../src/modules/access/public.ts';
import { startSession } from '../src/modules/access/store/session-store.ts';
import { leaveBegun } from '../src/modules/workforce/public.ts';
import { happenedOn } from '../src/record/entry.ts';
import { append } from '../src/record/store/append.ts';
import { actOf, newId } from '../src/record/store/invented-entries.fixture.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { freshDatabase } from './fresh-database.ts';
import { textOf } from './page-text.ts';

export type InventedCountyWeb = Awaited<ReturnType<typeof inventedCountyWeb>>;

/** The invented county as `npm start` makes it, stories told, with the pages that read; asked by the first person of a role. */
export async function inventedCountyWeb() {
  const fresh = await freshDatabase();
  const { db } = fresh;
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'sightline-county-'));
  const statute = readStatute();
  const read = clockOf('invented', undefined);
  if (!read.ok) throw new Error(read.refusal);
  const clock = read.value;
  await createInvented(db, clock, INVENTED_COUNCIL, 'with-stories');
  const council = await readCouncil(db);
  if (!council) throw new Error('the invented county is not there');
  await tellStories(db, council.book);
  const pages = readingPages(readingOf(statute, manifests));
  const web = await houseWeb({ db, clock, council, log: (...said) => console.error(...said), pages, dataFolder });

  const sessions = new Map<Role, string>();
  const sessionOf = async (role: Role): Promise<string> => {
    const person = demoPeople.find(({ roles }) => roles.includes(role));
    const session = sessions.get(role) ?? (person && (await db.as(HOUSE, (tx) => startSession(tx, person.id)))) ?? '';
    sessions.set(role, session);
    return session;
  };
  const get = async (url: string, role: Role = 'director') => {
    const answer = await web.inject({ url, cookies: { 'sightline-session': await sessionOf(role) } });
    return { status: answer.statusCode, html: answer.body, text: textOf(answer.body), headers: answer.headers };
  };
  return {
    db,
    statute,
    get,
    post: async (url: string, fields: Readonly<Record<string, string>>, role: Role = 'director') => {
      const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(url, role)).html)?.[1] ?? '';
      const answer = await web.inject({
        method: 'POST',
        url,
        cookies: { 'sightline-session': await sessionOf(role) },
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      });
      return { status: answer.statusCode, text: textOf(answer.body), to: answer.headers.location };
    },
    /** A worker's leave from that day, expected to last into May, written down now. */
    leaveOf: async (worker: Id, from: string): Promise<void> => {
      const registry = entryRegistry();
      const entry = leaveBegun.write(
        { id: newId(), book: worker, about: newId(), happened: happenedOn(mustBeDate(from)), source: { kind: 'here' } },
        { kind: 'sickness', expectedUntil: mustBeDate('2026-05-29') },
      );
      const context = {
        identity: { person: 'a-manager', purpose: 'command' } as const,
        now: () => clock.now(),
        registry,
        projections: houseProjections(registry, statute),
        commandId: newId(),
      };
      expect(await append(db, context, [actOf([entry])])).toMatchObject({ ok: true });
    },
    close: async (): Promise<void> => {
      await web.close();
      await fresh.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
