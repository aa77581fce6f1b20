import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countOf, type ImportHouse, importHouse } from '../../../../test/census/import-in-tests.ts';
import { episode, folderOf903, header, load903, ofChild } from '../../../../test/ssda903/ssda903-in-tests.ts';
import type { Id } from '../../../kernel/id.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { careEnded, careEntered, careReviewHeld } from '../../looked-after/public.ts';
import { type FileGroup, slotOf } from '../core/file-group.ts';
import { confirmWithdrawal } from '../store/confirm-withdrawal.ts';
import type { CheckedFile } from './checked-file.ts';
import { importFiles } from './import-files.ts';

let house: ImportHouse;
let folder: ReturnType<typeof folderOf903>;
beforeEach(async () => {
  house = await importHouse('real');
  folder = folderOf903();
});
afterEach(async () => {
  await house.fresh.drop();
  folder.remove();
});

const day = mustBeDate;
const row = { table: 'List 8', line: 2, values: new Map(), faults: [], rows: [] };

/** Another kind of file that says of the same child when care began and ended, and that a review was held. */
const another = (endedOn: string): CheckedFile => {
  const review: FileGroup = {
    ...{ key: 'review:2025-05-20', thread: 'outer', isEpisode: false, inner: [] },
    slots: [slotOf(careReviewHeld, { slot: 'held', happened: day('2025-05-20'), said: {}, row })],
    span: { from: day('2025-05-20'), until: day('2025-05-20') },
  };
  const care: FileGroup = {
    ...{ key: 'care:2025-05-01', thread: 'own', isEpisode: true, inner: [review], span: null },
    slots: [
      slotOf(careEntered, { slot: 'entered', happened: day('2025-05-01'), said: {}, row }),
      slotOf(careEnded, { slot: 'ended', happened: day(endedOn), said: {}, row }),
    ],
  };
  const identity = { bornOn: null, expectedOn: null, sex: null };
  const child = { line: 2, laChildId: 'A', identity, groups: [care], rows: [row], setAside: [], flags: [] };
  return {
    ...{ kind: 'annex-a', path: 'lists', name: 'lists', hash: endedOn, year: null, children: 1, headerHash: null },
    ...{ flags: [], parts: null, without: [], generated: false },
    window: { from: day('2025-10-01'), until: day('2026-03-31') },
    eachChild: async (_, onChild) => {
      onChild(() => child);
      return endedOn;
    },
  };
};
const loadAnother = async (endedOn: string) => {
  const loaded = await importFiles(house.context, [{ path: 'lists', check: async () => another(endedOn) }]);
  if (!loaded.ok) throw new Error(loaded.refusal.sentence);
  return loaded.value;
};
const tables = (review: string) => ({
  Header: [header('A')],
  Episodes: [episode('A', '01/05/2025', '10/02/2026', { REC: 'E4A' })],
  Reviews: [ofChild('A', { REVIEW: review, REVIEW_CODE: 'PN1' })],
  Missing: [],
});
const someone = { person: 'a tester', purpose: 'command' } as const;
const standing = (type: string): Promise<number> =>
  countOf(
    house.fresh,
    `record.entry e where type = '${type}' and not exists (select from record.entry c where c.corrects = e.id)`,
  );

test('care that two kinds of file end on the same day is one; on two days it stands twice, and a person is asked', async () => {
  await load903(house, 2026, folder.files(tables('20/05/2025')));
  expect(await loadAnother('2026-02-10')).toMatchObject({ entries: 1, disagreements: [] }); // that it spoke of the child
  expect(await standing('care-ended')).toBe(1);
  expect(await loadAnother('2026-02-12')).toMatchObject({
    disagreements: [
      { child: 'A', reason: 'The SSDA903 says otherwise of “ended”: the day. Both are kept until somebody decides.' },
    ],
  });
  expect([await standing('care-entered'), await standing('care-ended'), await standing('care-review-held')]).toEqual([
    1, 2, 1,
  ]);
  const { rows } = await house.context.db.as(someone, (tx) =>
    sql<{ field: string; one: string; other: string }>`
      select field, one_kind || ' ' || (one_says #>> '{}') as one, other_kind || ' ' || (other_says #>> '{}') as other
      from returns.disagreement`.execute(tx),
  );
  expect(rows).toEqual([{ field: 'the day', one: 'annex-a 2026-02-12', other: 'ssda903 2026-02-10' }]);
});

test('what one kind of file takes back stands while another still says it', async () => {
  await load903(house, 2026, folder.files(tables('20/05/2025')));
  await loadAnother('2026-02-10');
  const later = await load903(house, 2026, folder.files(tables('21/05/2025')));
  expect(later.withdrawn).toHaveLength(1);
  const { db, registry, projections, now, newId } = house.context;
  const context = { identity: someone, registry, projections, now, newId, commandId: newId() };
  const confirmed = await db.as(someone, async (tx) => {
    const { rows } = await sql<{ book: Id; group: string; run: Id }>`
      select w.book, a.group_key as "group", w.run from returns.withdrawal w join returns.attestation a using (source_kind, book, key)`.execute(
      tx,
    );
    const [gone] = rows;
    return gone && confirmWithdrawal(tx, context, gone);
  });
  expect(confirmed).toBe('confirmed');
  expect(await standing('care-review-held')).toBe(2); // the one that the other kind says, and the new one
  expect(await countOf(house.fresh, "record.entry where type = 'entry-withdrawn'")).toBe(0);
});
