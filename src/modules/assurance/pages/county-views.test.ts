import { describe, expect, test } from 'vitest';
import { htmlOfExample, textOf } from '../../../../test/page-text.ts';
import { documentOf } from '../../../ui/layout.tsx';
import { examples as countyExamples } from './show-county/show-county.examples.tsx';
import { examples as imageExamples } from './show-county-image/show-county-image.examples.tsx';
import { examples as registerExamples } from './show-register/show-register.examples.tsx';

const all = [...countyExamples, ...imageExamples, ...registerExamples];
const htmlOf = (page: string, name: string): string => htmlOfExample(all, name, page);
const textOfExample = (page: string, name: string): string => textOf(htmlOf(page, name));

describe.each(all)('$page: $name', ({ view }) => {
  const html = documentOf(view()).replace(/base64,[^"]*/g, '');

  test('one h1, no repeated id, no hole in a sentence', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(/undefined|NaN|\[object|null</.test(html)).toBe(false);
  });

  test('says both times', () => {
    expect(html.includes('Happened by') || html.includes('No child is open')).toBe(true);
  });
});

describe('the county page', () => {
  test('answers in words before any picture', () => {
    const html = htmlOf('County', 'what is missing');
    expect(html.indexOf('one in eight')).toBeLessThan(html.indexOf('<svg class="sl-cover-bar"'));
    const text = textOfExample('County', 'what is missing');
    expect(text).toContain('17 fewer 19 joined, 36 left');
    expect(text).toContain('It is real, and it has begun to ease');
    expect(text).toContain('Four teams stand apart from the rest');
  });

  test('both charts stand there as tables, without scripts', () => {
    const html = htmlOf('County', 'what is missing');
    const tables = /Both charts as tables[\s\S]*?<\/details>/.exec(html)?.[0] ?? '';
    expect(tables.match(/<tr>/g)?.length).toBe(157 + 61 + 2);
    expect(tables).toContain('Saltmere Child in Need');
  });

  test('inside the limits no team is ranked: they stand by name', () => {
    const tables =
      /Teams: those that stand apart[\s\S]*?<\/table>/.exec(htmlOf('County', 'nothing that chance'))?.[0] ?? '';
    const names = [...tables.matchAll(/<th scope="row"><a [^>]*>([^<]+)</g)].map((match) => match[1] ?? '');
    expect(names).toHaveLength(57);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en-GB')));
  });

  test('what it cannot do it says, and does not pretend', () => {
    expect(textOfExample('County', 'what is missing')).toContain('we cannot tell which of them nobody has booked');
    expect(textOfExample('County', 'months after')).toContain(
      'We cannot tell: bank holidays are not known so far ahead.',
    );
    expect(textOfExample('County', 'months after')).toContain('As far as the files of 20 November 2026 can tell.');
    expect(textOfExample('County', 'first visit')).toContain('as far as this record can tell');
  });
});

describe('the picture of every child', () => {
  test('each state has its letter and its count beside its colour', () => {
    const legend = /<ul class="sl-ramp">[\s\S]*?<\/ul>/.exec(htmlOf('Every child', '5,500'))?.[0] ?? '';
    const letters = [...legend.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
    expect(letters).toEqual(['N', 'A', 'S', 'P', '?', '', '']);
    expect(legend.match(/this week/g)).toHaveLength(6);
  });

  test('every panel is a button of a plain form, and says whose lines it holds', () => {
    const html = htmlOf('Every child', '5,500');
    const panels = [...html.matchAll(/<input type="image" name="(panel\d)" alt="([^"]+)"/g)];
    expect(panels.map(([, name]) => name)).toEqual(['panel1', 'panel2', 'panel3', 'panel4', 'panel5', 'panel6']);
    expect(panels[2]?.[2]).toMatch(/^Lines 1,835 to 2,751, children of /);
  });

  test('the 24 that are read closely are a table, and a list in words', () => {
    const html = htmlOf('Every child', '5,500');
    expect(/<table class="sl-table sl-band">[\s\S]*?<\/table>/.exec(html)?.[0].match(/<th scope="row">/g)).toHaveLength(
      24,
    );
    expect(/<ol class="sl-lines"[\s\S]*?<\/ol>/.exec(html)?.[0].match(/<li>/g)).toHaveLength(24);
  });

  test('without the right to read children there is no name and no link to one', () => {
    const html = htmlOf('Every child', 'read closely by');
    expect(html).not.toContain('href="/children/');
    expect(html).toContain('WM104410');
  });
});

describe('a register', () => {
  test('says how many, since when, and why, and each reason leads to its children', () => {
    const text = textOfExample('Register', 'no social worker');
    expect(text).toContain(
      '214 of 5,500 open children have no social worker today. That is 17 fewer than on Friday 13 November.',
    );
    expect(text).toContain('For 77 it has been 28 days or more.');
    expect(htmlOf('Register', 'no social worker')).toContain('/registers/no-social-worker?reason=on-leave#list');
  });

  test('its file and its pages keep every choice', () => {
    const html = htmlOf('Register', 'filtered');
    expect(html).toContain(
      '/registers/no-social-worker.csv?reason=on-leave&amp;team=2&amp;age=5-9&amp;days=28&amp;sort=team"',
    );
    expect(html).toContain('sort=team&amp;page=3#list');
  });

  test('nobody on it is said with its limits, never as “no problems”', () => {
    expect(textOfExample('Register', 'nobody on it')).toContain(
      'none is known to be owed a plan and have none, as far as the record can tell',
    );
  });
});
