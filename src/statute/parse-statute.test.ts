import { describe, expect, test } from 'vitest';
import { unknownFacts } from './check-duty.ts';
import { parseStatute, type StatuteFile } from './parse-statute.ts';

const calendar: StatuteFile = {
  path: 'calendars/england-and-wales.yaml',
  text: `id: england-and-wales
title: Holidays
firstYear: 2013
lastYear: 2013
source: a list
confidence: V
holidays:
  2013-01-01: New Year's Day
  2013-12-25: Christmas Day
`,
};
const sources: StatuteFile = { path: 'sources.yaml', text: 'S1: A source\n' };
const value = `    limit: 10
    count: working-days+
    force: statutory guidance
    citation: Some guidance
    source: S1
    confidence: V
`;
const duty = `id: a-duty
title: A duty
owes: Somebody
asks: Is it done?
shape: clock
ships: on
starts:
  - { fact: referral.received, meets: episode }
meets: [assessment.completed]
values:
  2010-03-17:
${value}checked: { on: 2026-07-01, by: somebody, next: 2027-07-01 }
`;

const STARTS = '  - { fact: referral.received, meets: episode }';
const MEETS = 'meets: [assessment.completed]';
const NAMED = '{ fact: assessment.begun, in: thread }';

const dutyFile = (text: string, path = 'duties/assessment/a-duty.yaml'): StatuteFile => ({ path, text });
function faultsOf(...files: StatuteFile[]): readonly string[] {
  const parsed = parseStatute([calendar, sources, ...files]);
  return parsed.ok ? [] : parsed.refusal;
}
const faultsWith = (from: string, to: string) => faultsOf(dutyFile(duty.replace(from, to)));

describe('a statute that is sound', () => {
  test('has its duties in order of ids, with the folder each lies in', () => {
    const other = duty.replace('id: a-duty', 'id: another-duty');
    const parsed = parseStatute([
      dutyFile(other, 'duties/protection/another-duty.yaml'),
      calendar,
      sources,
      dutyFile(duty),
    ]);
    if (!parsed.ok) expect.fail(parsed.refusal.join('\n'));
    expect(parsed.value.duties.map(({ id }) => id)).toEqual(['a-duty', 'another-duty']);
    expect(parsed.value.areas.get('another-duty')).toBe('protection');
    expect(parsed.value.duties[0]).toMatchObject({ calendar: 'england-and-wales', restarts: false, ends: [] });
  });

  test('names only facts that something yields', () => {
    const parsed = parseStatute([calendar, sources, dutyFile(duty)]);
    if (!parsed.ok) expect.fail(parsed.refusal.join('\n'));
    expect(unknownFacts(parsed.value.duties, ['referral.received', 'assessment.completed'])).toEqual([]);
    expect(unknownFacts(parsed.value.duties, ['referral.received'])).toEqual([
      'duty a-duty names the fact assessment.completed, which nothing yields',
    ]);
  });
});

describe('faults', () => {
  test.each([
    ['not YAML', 'title: A duty', 'title: [A duty', 'is not YAML'],
    ['a key twice', 'title: A duty', 'title: A duty\ntitle: Again', 'is not YAML'],
    ['a key that no duty has', 'title: A duty', 'title: A duty\ncolour: red', 'Unrecognized key'],
    ['no citation', '    citation: Some guidance\n', '', 'citation'],
    ['an empty citation', 'Some guidance', '" "', 'citation'],
    ['a fact that is not written as one', 'assessment.completed', 'assessment', 'meets.0'],
    ['an id that is not the name', 'id: a-duty', 'id: the-duty', 'not the name of the file'],
    ['a day that is not real', '2010-03-17:', '2010-02-30:', 'not a real day'],
    ['a limit of no days', 'limit: 10', 'limit: 0', 'limit'],
    ['a limit without a count', 'count: working-days+', 'count: null', 'limit and count belong together'],
    ['an unsure value that is on', 'confidence: V', 'confidence: U', 'ships switched off'],
    ['switched off for ever', 'ships: on', 'ships: off', 'nothing switches it on'],
    ['a source that is not listed', 'source: S1', 'source: S1, S2', 'no key S2'],
    ['a calendar that is not there', 'ships: on', 'ships: on\ncalendar: moon', 'no calendar moon'],
    ['a next link without a chain', 'limit: 10', 'limit: 10\n    next: 20', 'belongs to a chain'],
    ['nothing to cease', '  2010-03-17:', '  2009-01-01: null\n  2010-03-17:', 'nothing ceases on 2009-01-01'],
    ['values out of order', 'checked:', '  2009-01-01: null\nchecked:', '2009-01-01 is out of order'],
    ['a check that never comes', 'next: 2027-07-01', 'next: 2026-07-01', 'next check'],
    ['one start twice', STARTS, `${STARTS}\n${STARTS}`, 'starts: one fact stands twice'],
    ['before, or else, in a chain', MEETS, `${MEETS}\nrestarts: true\norBefore: [${NAMED}]`, 'orBefore'],
    [
      'no later than, beside a switch',
      MEETS,
      `${MEETS}\ndueNoLaterThan: [${NAMED}]\nswitches: [{ atAge: 5, limit: 2, count: days+ }]`,
      'cannot stand beside switches',
    ],
    [
      'hours from the last meeting',
      `${STARTS}\n${MEETS}\nvalues:\n  2010-03-17:\n    limit: 10\n    count: working-days+`,
      `  - { fact: referral.received, meets: episode, counts: from-last-meeting }\n${MEETS}\nvalues:\n  2010-03-17:\n    limit: 10\n    count: hours`,
      'hours are counted from the start alone',
    ],
    [
      'no limit, and nothing that sets one',
      'limit: 10\n    count: working-days+',
      'limit: null\n    count: null',
      'free parameter',
    ],
  ])('%s', (_, from, to, says) => {
    expect(duty).toContain(from);
    expect(faultsWith(from, to).join('\n')).toContain(says);
  });

  test('every one is named at once, with its file', () => {
    const faults = faultsOf(
      dutyFile(duty.replace('Some guidance', '')),
      dutyFile(duty, 'duties/protection/a-duty.yaml'),
      dutyFile(duty, 'duties/front-door/a-duty.yaml'),
      { path: 'notes.yaml', text: 'a: 1' },
    );
    expect(faults).toHaveLength(3);
    expect(faults[0]).toMatch(/^duties\/assessment\/a-duty.yaml: values.2010-03-17.citation/);
    expect(faults[1]).toBe('notes.yaml: no part of the statute belongs there');
    expect(faults[2]).toBe('duties/front-door/a-duty.yaml: the id a-duty stands in duties/protection/a-duty.yaml too');
  });

  test('a state check has no limit, and the duty whose reasons it asks for is there', () => {
    const state = duty
      .replace('shape: clock', 'shape: state')
      .replace(/starts:[\s\S]*?values:/, 'check: { is: reasoned-when-late, duty: b-duty }\nvalues:');
    expect(faultsOf(dutyFile(state))).toEqual([
      'duties/assessment/a-duty.yaml: values 2010-03-17: a state check has no limit',
      'duties/assessment/a-duty.yaml: check: there is no duty b-duty',
    ]);
  });

  test.each([
    ['2013-12-25: Christmas Day', '2013-02-30: Nothing', 'is not a real day'],
    ['2013-12-25: Christmas Day', '2014-12-25: Christmas Day', 'lies outside the years covered'],
    ['  2013-01-01: New Year', '  2013-12-31: Eve\n  2013-01-01: New Year', 'is out of order'],
    ['lastYear: 2013', 'lastYear: 2014', 'has no holiday in 2014'],
    ['lastYear: 2013', 'lastYear: 2012', 'ends before it begins'],
  ])('a calendar with %j made %j', (from, to, says) => {
    const parsed = parseStatute([{ ...calendar, text: calendar.text.replace(from, to) }, sources]);
    expect(parsed.ok ? '' : parsed.refusal.join('\n')).toContain(says);
  });

  test('a code that stands twice for one year', () => {
    const set = (codes: string) => ({
      path: 'code-sets/a-set.yaml',
      text: `id: a-set\ntitle: A set\nsource: x\nconfidence: V\ncodes:\n${codes}`,
    });
    expect(
      faultsOf(set("  - { code: 'A', label: a, until: 2024 }\n  - { code: 'A', label: b, from: 2025 }\n")),
    ).toEqual([]);
    expect(
      faultsOf(set("  - { code: 'A', label: a, until: 2025 }\n  - { code: 'A', label: b, from: 2025 }\n")),
    ).toEqual(['code-sets/a-set.yaml: the code A stands twice for one year']);
  });
});
