import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import { append } from './append.ts';
import { type Draft, destroyDraft, listDrafts, openDrafts, readDraft, saveDraft, sealDrafts } from './drafts.ts';
import { actOf, contextOf, newId, note } from './invented-entries.fixture.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const author = { person: 'an-author', purpose: 'command' } as const;
const other = { person: 'somebody-else', purpose: 'command' } as const;
const NOW = instantOf(Date.parse('2026-03-31T12:00:00.000Z'));
const draftOn = (about: Id, words: unknown = { account: 'half a sent' }): Draft => ({
  form: 'record-a-visit',
  about,
  book: about,
  words,
  savedAt: NOW,
});
const mine = (about: Id, who: typeof author | typeof other = author) =>
  fresh.db.as(who, (tx) => readDraft(tx, 'record-a-visit', about));

test('a draft is kept, replaced by the next, and seen by its author alone', async () => {
  const about = newId();
  expect(await saveDraft(fresh.db, author, draftOn(about))).toBe(true);
  expect(await saveDraft(fresh.db, author, draftOn(about, { account: 'half a sentence' }))).toBe(true);
  expect(await mine(about)).toEqual(draftOn(about, { account: 'half a sentence' }));
  expect(await mine(about, other)).toBeNull();
  expect(await fresh.db.as(other, listDrafts)).toEqual([]);
  expect(await saveDraft(fresh.db, other, draftOn(about, 'mine'))).toBe(true);
  expect((await mine(about))?.words).toEqual({ account: 'half a sentence' });
  await fresh.db.as(other, (tx) => destroyDraft(tx, 'record-a-visit', about));
  expect(await mine(about)).not.toBeNull();
});

test('writing the entries destroys the draft with them, and a refusal leaves it', async () => {
  const about = newId();
  await saveDraft(fresh.db, author, draftOn(about));
  const submits = { form: 'record-a-visit', about };
  const [first] = [note(about)];
  if (first) await append(fresh.db, contextOf({ identity: other }), [actOf([first])]);
  const stale = actOf([note(about)], [{ book: about, about, lastSeen: null }]);
  expect((await append(fresh.db, contextOf({ identity: author, submits }), [stale])).ok).toBe(false);
  expect(await mine(about)).not.toBeNull();
  expect((await append(fresh.db, contextOf({ identity: author, submits }), [actOf([note(about)])])).ok).toBe(true);
  expect(await mine(about)).toBeNull();
});

test('a draft about a child whom its author may no longer see is sealed, not lost', async () => {
  const about = newId();
  await saveDraft(fresh.db, author, draftOn(about));
  expect(await sealDrafts(fresh.db, author.person, [about], NOW)).toBe(1);
  expect(await mine(about)).toBeNull();
  expect(await saveDraft(fresh.db, author, draftOn(about, 'again'))).toBe(false);
  await openDrafts(fresh.db, author.person, [about]);
  expect(await mine(about)).toEqual(draftOn(about));
});
