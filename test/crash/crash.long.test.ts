import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/record/store/invented-entries.fixture.ts';
import { askAgain, lookAfter, recovered, type Victim, victim, writeUntilKilled } from './crash-rounds.ts';

const ROUNDS = 30;

let doomed: Victim;
beforeAll(async () => {
  doomed = await victim();
});
afterAll(() => doomed.stop());

test(`PostgreSQL killed ${ROUNDS} times amid appends`, async () => {
  const books = Array.from({ length: 20 }, newId);
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = await writeUntilKilled(doomed, books, round);
    await recovered(doomed.db);
    expect(await lookAfter(doomed.db, written)).toMatchObject({ lost: [], halves: [], verified: { ok: true } });
    await askAgain(doomed.db, written);
    acknowledged += written.acknowledged.length + written.inDoubt.length;
    expect((await lookAfter(doomed.db, written)).verified.entries).toBe(acknowledged * 3);
  }
  console.log(`${acknowledged} commands acknowledged over ${ROUNDS} kills, none lost`);
});
