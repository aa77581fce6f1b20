import { describe, expect, test } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { documentOf } from '../../../../ui/layout.tsx';
import { examples } from './duties.examples.tsx';
import { readLawDay } from './law-of-a-day.ts';

const htmlOf = (name: string): string => {
  const example = examples.find((each) => each.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return documentOf(example.view());
};
const textOf = (name: string): string =>
  htmlOf(name)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');

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
  expect(textOf('the law of January 2013')).toContain('2 duties in force on 14 January 2013, of 3 duties');
  expect(textOf('the law of January 2013')).toContain('10 working days Statutory guidance');
  expect(textOf('today, with a limit of the council’s own')).toContain('Not in force: it has ceased');
  expect(textOf('today, with a limit of the council’s own')).toContain('Its own limit: 20, since 1 September 2025');
  expect(textOf('a day in the relaxed months of 2020')).toContain('relaxed on this day');
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
  expect(textOf('a day that is not one')).toContain('February 2013 has 28 days');
});

test('a duty’s page tells its history, newest first, and what is not sure', () => {
  const text = textOf('that has ceased');
  expect(text.indexOf('No such duty')).toBeLessThan(text.indexOf('17 Mar 2010'));
  expect(text).toContain('Two published notes on Working Together 2013; S12');
  expect(text).toContain('The day of publication is known, not verified.');
  expect(text).toContain('It is met by a completed initial assessment');
});
