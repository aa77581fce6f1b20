import { expect, test } from 'vitest';
import { addDays, ageOn, mustBeDate } from '../../../kernel/local-date.ts';
import { notKnown } from '../../../record/said.ts';
import { envelopeOn, factNamesOf, factsOfEntry } from '../../stored-entry.fixture.ts';
import { people } from '../module.ts';
import { childRecorded } from './child-recorded.entry.ts';

const recorded = (bornOn: string) => childRecorded.write(envelopeOn('2026-03-01'), { bornOn: mustBeDate(bornOn) });
const birthdays = (bornOn: string) =>
  factsOfEntry(people.entries, recorded(bornOn))
    .filter(({ name }) => name.startsWith('age.'))
    .map(({ name, earliest, latest }) => [name, earliest, latest]);

test('birthdays are foreseen from the day of birth', () => {
  expect(birthdays('2013-06-07')).toEqual([
    ['age.five', '2018-06-07', '2018-06-07'],
    ['age.sixteen', '2029-06-07', '2029-06-07'],
    ['age.eighteen', '2031-06-07', '2031-06-07'],
  ]);
});

test('a child born on 29 February has birthdays on the last of February where there is no 29th', () => {
  expect(birthdays('2012-02-29')).toEqual([
    ['age.five', '2017-02-28', '2017-02-28'],
    ['age.sixteen', '2028-02-29', '2028-02-29'],
    ['age.eighteen', '2030-02-28', '2030-02-28'],
  ]);
});

test.each(['2012-02-29', '2011-12-31', '2013-03-01'])('a birthday is the first day of that age: born %s', (born) => {
  for (const [name, day] of birthdays(born)) {
    const years = { 'age.five': 5, 'age.sixteen': 16, 'age.eighteen': 18 }[String(name)] ?? 0;
    const on = mustBeDate(String(day));
    expect([ageOn(mustBeDate(born), addDays(on, -1)), ageOn(mustBeDate(born), on)]).toEqual([years - 1, years]);
  }
});

test('nobody foresees a birthday of a child whose birth is not known, or only expected', () => {
  expect(factNamesOf(people.entries, childRecorded.write(envelopeOn('2026-03-01'), { bornOn: notKnown }))).toEqual([]);
  const unborn = childRecorded.write(envelopeOn('2026-03-01'), { expectedOn: mustBeDate('2026-07-01') });
  expect(factNamesOf(people.entries, unborn)).toEqual(['born.expected']);
});
