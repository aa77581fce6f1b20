import { describe, expect, test } from 'vitest';
import { htmlOfExample, textOf } from '../../../../../test/page-text.ts';
import { examples } from './explain-verdict.examples.tsx';

const htmlOf = (name: string): string => htmlOfExample(examples, name);
const textOfExample = (name: string): string => textOf(htmlOf(name));

describe.each(examples)('explain: $name', ({ name }) => {
  test('one h1, no repeated id, no hole in a sentence, a citation', () => {
    const html = htmlOf(name);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(/undefined|NaN|\[object|null</.test(html)).toBe(false);
    expect(html).toContain('Working Together to Safeguard Children (2010), chapter 5');
  });
});

describe('the conference of Easter 2013', () => {
  const text = textOfExample('met late, at Easter 2013');

  test('says the verdict, its force, and both days', () => {
    expect(text).toContain('Why “met late”: initial child protection conference');
    expect(text).toContain('Met late, by 2 working days');
    expect(text).toContain('guidance not followed');
    expect(text).toContain('It was due by Wednesday 17 April 2013. It was done on Friday 19 April 2013.');
  });

  test('names the holidays and what counting the other way would change', () => {
    expect(text).toContain('Good Friday (29 March 2013) and Easter Monday (1 April 2013)');
    expect(text).toContain('would make it due on Tuesday 16 April 2013: late all the same, by 3 working days.');
  });

  test('says what this page would have said before it was written down', () => {
    expect(text).toContain('From 18 April 2013 to 21 April 2013 this page would have said “overdue”');
    expect(text).toContain('22 Apr 2013, 9.20am');
  });

  test('says the rule of the day on which it began', () => {
    expect(text).toContain('On 25 March 2013, the day it began: yes (in force from 17 March 2010 and still in force)');
    expect(text).toContain('statute 5e884898');
  });
});

test('a cannot tell gives its reason once, and then what somebody could record', () => {
  const text = textOfExample('cannot tell: the census stops');
  expect(text).toContain('would make it due on Tuesday 16 April 2013.');
  expect(text).not.toContain('late all the same');
  expect(text).toContain('The census stops at 31 March 2026');
  expect(text).not.toContain('The files loaded end before this day.');
  expect(text).toContain('Nothing recorded of the initial conference.');
});

test('a state check counts no days', () => {
  expect(htmlOf('a state check that does not hold')).not.toContain('id="counted"');
});

test('where a start is not known no calendar is drawn', () => {
  expect(htmlOf('cannot tell: the day it began is not known')).not.toContain('sl-days');
});
