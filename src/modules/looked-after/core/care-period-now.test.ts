import { expect, test } from 'vitest';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { happenedBetween, type NewEntry } from '../../../record/entry.ts';
import { envelopeOn, idNumber, storedEntries } from '../../stored-entry.fixture.ts';
import * as entry from '../public.ts';
import { carePeriodPage } from './care-period-now.ts';

const [book, first, second, carer] = [idNumber(1), idNumber(20), idNumber(21), idNumber(30)];
const [atHome, withCarers, away] = [idNumber(40), idNumber(41), idNumber(42)];
const rows = (...entries: NewEntry[]) => carePeriodPage.rowsOf(book, storedEntries(entries));

const entered = entry.careEntered.write(envelopeOn('2025-03-03', first), { legalStatus: 'accommodated' });
const fostered = entry.placementBegun.write(envelopeOn('2025-03-03', withCarers), {
  ...{ episode: first, kind: 'foster', visiting: 'ordinary', carer },
});

test('a period of care: since when, under what law, where and with whom', () => {
  expect(rows(entered, fostered)).toEqual([
    {
      ...{ book, thread: first, short_breaks: null, because: null },
      ...{ entered_earliest: '2025-03-03', entered_latest: '2025-03-03' },
      ...{ ended: false, ended_on: null, ended_because: null, legal_status: 'accommodated' },
      ...{ placement: withCarers, placement_kind: 'foster', carer, placement_since: '2025-03-03' },
      visiting: 'ordinary',
    },
  ]);
  expect(rows(fostered)).toEqual([]);
});

test('what changed last to happen stands, in whatever order it was written', () => {
  const changed = (day: string, legalStatus: 'interim-care-order' | 'care-order') =>
    entry.legalStatusChanged.write(envelopeOn(day, first), { legalStatus });
  expect(rows(entered, changed('2025-09-01', 'care-order'), changed('2025-05-01', 'interim-care-order'))).toMatchObject(
    [{ legal_status: 'care-order' }],
  );
});

test('a child lives where the last placement that has not ended is', () => {
  const ended = entry.placementEnded.write(envelopeOn('2025-08-01', withCarers), { episode: first });
  expect(rows(entered, fostered, ended)).toMatchObject([{ placement: null, visiting: null }]);
  const home = entry.placementBegun.write(envelopeOn('2025-08-01', atHome), { episode: first, kind: 'with-parents' });
  expect(rows(entered, home, ended, fostered)).toMatchObject([
    { placement: atHome, placement_kind: 'with-parents', placement_since: '2025-08-01', visiting: 'not-known' },
  ]);
});

test('a few days elsewhere leave the rule for visits as it was', () => {
  const hospital = entry.placementBegun.write(envelopeOn('2025-06-01', away), {
    episode: first,
    kind: 'temporary-hospital',
  });
  expect(rows(entered, fostered, hospital)).toMatchObject([{ placement: away, visiting: 'ordinary' }]);
  const changed = entry.visitingChanged.write(envelopeOn('2025-05-20', withCarers), {
    episode: first,
    visiting: 'other-arrangements',
  });
  expect(rows(entered, fostered, hospital, changed)).toMatchObject([
    { placement: away, visiting: 'other-arrangements' },
  ]);
});

test('a new home of which nobody said the rule does not inherit it from the one before', () => {
  const home = entry.placementBegun.write(envelopeOn('2025-08-01', atHome), { episode: first, kind: 'with-parents' });
  expect(rows(entered, fostered, home)).toMatchObject([{ placement: atHome, visiting: 'not-known' }]);
});

test('two periods are two rows; the placements of one are not those of the other', () => {
  const over = entry.careEnded.write(envelopeOn('2025-10-01', first), { because: 'returned-home-planned' });
  const again = entry.careEntered.write(envelopeOn('2026-01-12', second), { legalStatus: 'interim-care-order' });
  expect(rows(entered, fostered, over, again)).toMatchObject([
    { thread: first, ended: true, ended_on: '2025-10-01', ended_because: 'returned-home-planned', placement: null },
    { thread: second, ended: false, legal_status: 'interim-care-order', placement: null },
  ]);
});

test('an end whose day nobody knows is an end without a day', () => {
  const over = entry.careEnded.write(envelopeOn(null, first), {});
  expect(rows(entered, over)).toMatchObject([{ ended: true, ended_on: null }]);
  const between = happenedBetween(mustBeDate('2025-09-01'), mustBeDate('2025-09-30'));
  const about = entry.careEnded.write(envelopeOn(between, first), {});
  expect(rows(entered, about)).toMatchObject([{ ended: true, ended_on: null }]);
});
