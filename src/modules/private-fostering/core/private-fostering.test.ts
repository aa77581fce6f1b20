import { expect, test } from 'vitest';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { envelopeOn, factsOfEntry, idNumber, storedEntries } from '../../stored-entry.fixture.ts';
import { privateFostering } from '../module.ts';
import * as entry from '../public.ts';
import { arrangementPage } from './arrangement-now.ts';

const { entries } = privateFostering;
const [book, arrangement, another] = [idNumber(1), idNumber(20), idNumber(21)];
const on = (day: string | null, about = arrangement) => envelopeOn(day, about);
const notified = entry.privateFosteringNotified.write(on('2026-01-05'), { plannedFrom: mustBeDate('2026-03-01') });
const known = entry.privateFosteringKnown.write(on('2026-01-12'), { begunOn: mustBeDate('2025-11-01') });
const inspected = entry.privateFosteringInspected.write(on('2026-01-14'), {});
const ended = entry.privateFosteringEnded.write(on(null), {});

test.each([
  [notified, 'private-fostering.notified', '2026-01-05'],
  // The day on which the council learnt of it counts, not the day on which it began.
  [known, 'private-fostering.aware', '2026-01-12'],
  [inspected, 'private-fostering.inspected', '2026-01-14'],
  [ended, 'private-fostering.ended', null],
])('an entry and its fact %#', (written, name, day) => {
  expect(factsOfEntry(entries, written)).toEqual([
    { name, earliest: day, latest: day, at: null, thread: arrangement, episode: arrangement, party: null },
  ]);
});

test('one row for each arrangement; a day that nobody knows stays open', () => {
  const other = entry.privateFosteringKnown.write(on('2026-02-02', another), {});
  expect(arrangementPage.rowsOf(book, storedEntries([notified, known, inspected, ended, other]))).toEqual([
    {
      ...{ book, thread: arrangement, notified_on: '2026-01-05', known_on: '2026-01-12', begun_on: '2025-11-01' },
      ...{ inspected_on: '2026-01-14', ended: true, ended_on: null },
    },
    {
      ...{ book, thread: another, notified_on: null, known_on: '2026-02-02', begun_on: null },
      ...{ inspected_on: null, ended: false, ended_on: null },
    },
  ]);
});
