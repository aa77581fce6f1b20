import { describe, expect, test } from 'vitest';
import { htmlOfExample, textOf } from '../../../../../test/page-text.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { examples } from './duties.examples.tsx';
import { readLawDay } from './law-of-a-day.ts';

const htmlOf = (name: string): string => htmlOfExample(examples, name);
const textOfExample = (name: string): string => textOf(htmlOf(name));

describe.each(examples)('$page: $name', ({ name }) => {
  test('one h1, no repeated id, no hole in a sentence', () => {
    const html = htmlOf(name);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(/undefined|NaN|\[object|null</.test(html)).toBe(false);
  });
});

test('the law of a day: what was in force then, what has ceased, what is not yet made', () => {
  expect(textOfExample('the law of January 2013')).toContain('2 duties in force on 14 January 2013, of 3 duties');
  expect(textOfExample('the law of January 2013')).toContain('10 working days Statutory guidance');
  expect(textOfExample('today, with a limit of the council’s own')).toContain('Not in force: it has ceased');
  expect(textOfExample('today, with a limit of the council’s own')).toContain(
    'Its own limit: 20, since 1 September 2025',
  );
  expect(textOfExample('a day in the relaxed months of 2020')).toContain('relaxed on this day');
});

test('a day is read from an address or from three boxes, and never guessed', () => {
  const today = mustBeDate('2026-03-31');
  expect(readLawDay({ on: '2013-01-14' }, today)).toMatchObject({ on: '2013-01-14', fault: null });
  expect(readLawDay({ day: '14', month: 'January', year: '2013' }, today)).toMatchObject({ on: '2013-01-14' });
  expect(readLawDay({}, today)).toMatchObject({ on: today, fault: null });
  expect(readLawDay({ on: '14 January' }, today)).toMatchObject({
    on: today,
    fault: expect.stringContaining('2013-01-14'),
  });
  expect(textOfExample('a day that is not one')).toContain('February 2013 has 28 days');
});

test('a duty’s page tells its history, newest first, and what is not sure', () => {
  const text = textOfExample('that has ceased');
  expect(text.indexOf('No such duty')).toBeLessThan(text.indexOf('17 Mar 2010'));
  expect(text).toContain('Two published notes on Working Together 2013; S12');
  expect(text).toContain('The day of publication is known, not verified.');
  expect(text).toContain('It is met by a completed initial assessment');
});
