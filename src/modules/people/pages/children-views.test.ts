import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { htmlOfExample, textOf } from '../../../../test/page-text.ts';
import { examples as listExamples } from './list-children/list-children.examples.tsx';
import { examples as childExamples } from './show-child/show-child.examples.tsx';

const all = [...listExamples, ...childExamples];
const htmlOf = (name: string): string => htmlOfExample(all, name);
const textOfExample = (name: string): string => textOf(htmlOf(name));

describe.each(all)('$page: $name', ({ view }) => {
  const html = renderToString(view());

  test('one h1, no repeated id, no hole in a sentence', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(html).not.toMatch(/undefined|NaN|\[object|null</);
  });
});

describe('the list', () => {
  test('the counts of the sentence add up to the children', () => {
    expect(textOfExample('second page of many')).toContain('5,500 children');
    expect(textOfExample('second page of many')).toContain('51 to 55 of 5,500');
  });

  test('what is late stands first, with the days counted as the duty counts them', () => {
    const text = textOfExample('what is late first');
    expect(text).toContain('56 working days late Child and family assessment');
    expect(text).toContain('and 1 more');
    expect(text.indexOf('Safiya')).toBeLessThan(text.indexOf('unborn child'));
  });

  test('a child of whom something is not known is never shown as fine', () => {
    const row = /unborn child.*?No council id/.exec(textOfExample('what is late first'))?.[0] ?? '';
    expect(row).toContain('Nothing that is known');
    expect(row).toContain('Not known');
  });

  test('an id that nobody has is said beside the box', () => {
    expect(textOfExample('no such council id')).toContain('Nobody here has a name or number like WM999999');
    expect(htmlOf('no such council id')).toContain('value="WM999999"');
  });
});

describe('the child’s page', () => {
  test('the child’s words stand above any status', () => {
    const text = textOfExample('late, due and not known');
    expect(text.indexOf('I want to see Zayn')).toBeGreaterThan(0);
    expect(text.indexOf('I want to see Zayn')).toBeLessThan(text.indexOf('57 working days late'));
  });

  test('a corrected entry stays, struck through, beside what corrected it', () => {
    const html = htmlOf('late, due and not known');
    expect(html).toContain('<del>Visit. The child was not seen.</del>');
    expect(textOfExample('late, due and not known')).toContain('Seen in the garden at the end');
  });

  test('what was written late says how late, and a file never does', () => {
    const text = textOfExample('late, due and not known');
    expect(text).toContain('written 12 days later');
    expect(text.match(/written \d+ days later/g)).toHaveLength(1);
  });

  test('where no name is held it is headed by council id, age and sex', () => {
    const html = htmlOf('no name held, months after the census');
    expect(html).toMatch(/<h1[^>]*>WM104417, girl of 8<\/h1>/);
    expect(html).toContain('As far as the census of 31 March 2026 can tell');
    expect(html).toContain('No social worker is recorded here');
  });

  test('before the first load nobody can tell, and hindsight is offered', () => {
    const html = htmlOf('before the first load');
    expect(html).toContain('Cannot tell.');
    expect(html).not.toContain('id="due"');
    expect(html).toContain('?day=5&amp;month=12&amp;year=2024&amp;known=now');
  });

  test('a day that is not one keeps what was typed, and shows no other day', () => {
    const html = htmlOf('a day that is not one');
    expect(html).toContain('February 2026 has 28 days');
    expect(/name="day"[^>]*value="31"/.test(html)).toBe(true);
    expect(/name="day"[^>]*value="[^"]/.test(htmlOf('late, due and not known'))).toBe(false);
  });

  test('links keep the day that the page was asked for', () => {
    expect(htmlOf('as it was known on a day gone by')).toContain('?day=20&amp;month=3&amp;year=2026"');
  });
});
