import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { handMadeId } from '../../county/hand-made/hand-made-id.ts';
import { beatrix, jonah, temitope } from '../../county/hand-made/hand-made-people.ts';
import { toldByHand } from '../../county/hand-made/load-hand-made.ts';
import { heldBy, referredChild, visited } from '../../county/hand-made/referred.ts';
import { safiya, zayn } from '../../county/hand-made/safiya-and-zayn.ts';
import { happenedAt, Story, type Told, together } from '../../county/hand-made/story.ts';
import { createInvented } from '../../src/app/create-house.ts';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { type Council, HOUSE, keepDay, readCouncil } from '../../src/app/house-mark.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import { doorOf } from '../../src/app/web/door-of-house.ts';
import { houseWeb } from '../../src/app/web/house-web.ts';
import { pagesOf } from '../../src/app/web/pages.ts';
import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { audienceSet } from '../../src/modules/access/core/paragraphs/audience-set.entry.ts';
import { recordRestricted } from '../../src/modules/access/public.ts';
import {
  addressUsed,
  adultRecorded,
  nameUsed,
  phoneUsed,
  placeProtectionSet,
  related,
  siblingRecorded,
} from '../../src/modules/people/public.ts';
import { standingClock } from '../../src/platform/clock/house-clock.ts';
import type { Page } from '../../src/platform/http/page.ts';
import type { Web } from '../../src/platform/http/web.ts';
import { keyringOf } from '../../src/platform/keys/keyring.ts';
import type { NewEntry } from '../../src/record/entry.ts';
import { appendHistory } from '../../src/record/store/append-history.ts';
import { saveDraft } from '../../src/record/store/drafts.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import type { Secrets } from './planted-secrets.ts';

/** A county with secrets in it, served as it is served to everybody. */
export type PlantedCounty = {
  readonly fresh: FreshDatabase;
  readonly web: Web;
  readonly pages: readonly Page[];
  /** Everything that was written to the log. */
  readonly logged: readonly string[];
  close(): Promise<void>;
};

/** The restricted child: the same id whatever the name. */
export const hiddenBook: Id = handMadeId('child', 'a restricted child');
const NOON = Date.parse('2026-03-31T11:00:00.000Z');
const clock = standingClock(mustBeDate('2026-03-31'), () => NOON);
const keys = keyringOf([{ id: 'planted', key: Buffer.alloc(32, 7) }]);

/** Makes the county. Two of them differ in their secrets alone: every id and every time is the same. */
export async function plantedCounty(secrets: Secrets): Promise<PlantedCounty> {
  const fresh = await freshDatabase();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline planted '));
  await createInvented(fresh.db, clock, 'Wherrymouth County Council', 'without-stories');
  const council = (await readCouncil(fresh.db)) as Council;
  await keepDay(fresh.db, 'invented', clock);
  const [registry, statute] = [entryRegistry(), readStatute()];
  const told = [...toldByHand(council.book), ...plantedIn(secrets)];
  await appendHistory(
    fresh.db,
    { registry, projections: houseProjections(registry, statute) },
    told.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0)),
  );
  await saveDraft(fresh.db, { person: temitope.id, purpose: 'request' }, draftWith(secrets));
  const logged: string[] = [];
  const log = (event: string, fields?: object) => logged.push(JSON.stringify({ event, ...fields }));
  const behind = { db: fresh.db, clock, council, log, keys };
  const pages = pagesOf(statute, folder, doorOf(behind));
  const web = await houseWeb({ ...behind, pages, dataFolder: folder });
  const close = async (): Promise<void> => {
    await web.close();
    await fresh.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { fresh, web, pages, logged, close };
}

const draftWith = ({ line, postcode }: Secrets) => ({
  form: 'record-visit',
  about: safiya.book,
  book: safiya.book,
  words: { account: `We met at ${line}, ${postcode}.` },
  savedAt: clock.now(),
});

const on = (book: Id, name: string, day: string) => {
  const id = handMadeId('planted', name);
  return { id, book, about: id, happened: happenedAt(day), source: { kind: 'here' } } as const;
};

const as = (name: string, entry: NewEntry): NewEntry => ({ ...entry, id: handMadeId('planted', name) });

function plantedIn(secrets: Secrets): Told[] {
  const { line, postcode, phone, paragraph } = secrets;
  const mother = new Story('a mother who is hidden', 'adult', handMadeId('adult', 'a mother who is hidden'));
  mother.wrote(
    temitope.id,
    '2025-10-09 10:00',
    adultRecorded.write(mother.on('2025-10-09', 'book'), { name: 'Karolina Nowak' }),
  );
  const from = mustBeDate('2025-10-09');
  const home = on(safiya.book, 'where Safiya is', '2025-10-09');
  const number = on(safiya.book, 'how Safiya is rung', '2025-10-09');
  const mothers = on(mother.book, 'where her mother is', '2025-10-09');
  // Not the story's own next id: that would be another one in the second county of a process.
  const note = as(
    'a note that names it',
    visited(safiya, temitope, '2026-02-11 15:00', {
      seen: 'alone',
      present: ['her mother'],
      account: 'In the new room.',
      words: `We are at ${line}, ${postcode.replace(' ', '')}. Ring ${phone.replace(' ', '-')} and not the old number.`,
    }),
  );
  const kept = as(
    'a paragraph for few',
    visited(safiya, temitope, '2026-02-18 15:00', {
      seen: 'alone',
      present: ['her mother'],
      words: paragraph,
    }),
  );
  const holding = as('why Temitope holds her', heldBy(safiya, temitope, '2026-02-19'));
  const held = {
    ...holding,
    data: { ...(holding.data as object), because: `She knows the way to ${line}, ${postcode}.` },
  };
  const protects = (book: Id, place: Id, name: string) =>
    placeProtectionSet.write(on(book, name, '2026-03-30'), {
      place,
      protected: true,
      because: 'Their father looks for them.',
    });
  return [
    ...mother.told,
    together(temitope.id, '2025-10-09 10:10', 'planted: the family and where it is', [
      related.write(on(safiya.book, 'her mother', '2025-10-09'), {
        to: mother.book,
        as: 'mother',
        parentalResponsibility: true,
      }),
      addressUsed.write(home, { line, postcode, protected: false, from }),
      phoneUsed.write(number, { number: phone, protected: false, from }),
      addressUsed.write(mothers, { line, postcode, protected: false, from }),
    ]),
    together(temitope.id, '2026-02-11 17:00', 'planted: a note that names it', [note]),
    together(temitope.id, '2026-02-18 17:00', 'planted: a paragraph for few', [kept]),
    together(temitope.id, '2026-02-18 17:05', 'planted: its audience', [
      audienceSet.write(on(safiya.book, 'audience of a paragraph', '2026-02-18'), {
        entry: kept.id,
        path: 'words',
        audience: ['allocated'],
        because: 'The lodger reads what their mother gets.',
      }),
    ]),
    together(beatrix.id, '2026-02-19 16:00', 'planted: why somebody holds her', [held]),
    together(beatrix.id, '2026-03-30 16:00', 'planted: protected from today', [
      protects(safiya.book, home.id, 'protects the address'),
      protects(safiya.book, number.id, 'protects the number'),
      protects(mother.book, mothers.id, 'protects her mother'),
    ]),
    ...hiddenChild(secrets),
  ];
}

/** A child whose record is restricted to a few: in the same family, team, registers and counts as the others. */
function hiddenChild({ hidden, alias, hiddenNumber }: Secrets): Told[] {
  const child = { name: 'a restricted child', number: hiddenNumber, born: '2017-05-05', sex: 'male' } as const;
  const story = referredChild(child, {
    ...{
      on: '2026-02-02 09:30',
      source: '3A',
      referrer: 'A neighbour',
      by: 'phone',
      need: 'N1',
      decidedOn: '2026-02-03',
    },
    words: 'Heard crying at night.',
  });
  const named = story.told.map((told) => ({
    ...told,
    act: {
      ...told.act,
      entries: told.act.entries.map((entry) =>
        entry.type === 'child-recorded' ? { ...entry, data: { ...(entry.data as object), name: hidden } } : entry,
      ),
    },
  }));
  return [
    ...named,
    together(beatrix.id, '2026-02-03 15:00', 'planted: the restricted child is held', [
      heldBy(story, jonah, '2026-02-03 15:00'),
    ]),
    together(beatrix.id, '2026-02-03 15:30', 'planted: the restricted child’s family and other name', [
      nameUsed.write(on(story.book, 'another name', '2026-02-03'), { name: alias, kind: 'known-as' }),
      siblingRecorded.write(on(story.book, 'a brother of Safiya', '2026-02-03'), { with: safiya.book, as: 'sibling' }),
      siblingRecorded.write(on(safiya.book, 'a brother who is restricted', '2026-02-03'), {
        with: story.book,
        as: 'sibling',
      }),
      siblingRecorded.write(on(zayn.book, 'a brother who is restricted, too', '2026-02-03'), {
        with: story.book,
        as: 'sibling',
      }),
    ]),
    together(beatrix.id, '2026-02-03 16:00', 'planted: the record is restricted', [
      recordRestricted.write(on(story.book, 'the restriction', '2026-02-03'), {
        people: [jonah.id],
        because: 'The child of somebody who works for this council.',
      }),
    ]),
  ];
}

/** The rows of every table that a secret might have been written into in passing: logs, notices, figures. */
export async function writtenInPassing({ db }: FreshDatabase): Promise<string> {
  const { rows } = await db.as(HOUSE, (tx) =>
    sql<{ row: string }>`
    select l::text as row from access.log l union all select f::text from sight.figure f`.execute(tx),
  );
  return rows.map(({ row }) => row).join('\n');
}
