import { describe, expect, it } from 'vitest';
import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { believedFacts } from './believed.ts';
import { clocksOf, verdictOn } from './clocks.ts';
import { columnsOf } from './columns.ts';
import { testCompiled, verdictsBy } from './duty-for-tests.fixture.ts';
import type { Fact, FactName, Source } from './facts.ts';
import { CHILD, fact, LATER } from './history.fixture.ts';
import { judge, judged } from './judge.ts';
import { VERDICTS } from './verdict.ts';

const DUTY = 'extended-and-reasoned'; // 15 working days: due on 6 October from 15 September
const on = verdictsBy(DUTY);
const told = (source: Source, name: FactName, days: string): Fact =>
  fact(name, days, { source, thread: 'assessment', entry: `${source} ${name} ${days}` });
const started = told('here', 'assessment.begun', '2025-09-15');
const completed = (source: Source, days: string): Fact => told(source, 'assessment.completed', days);

describe('two sources that put one event on different days', () => {
  it('cannot be told from where the verdict turns on who is right', () => {
    const facts = [started, completed('here', '2025-10-10'), completed('cin-census', '2025-10-03')];
    expect(on('2025-10-02', facts)).toEqual(['due-soon']);
    expect(on('2025-10-03', facts)).toEqual(['cannot-tell: sources-disagree']);
    expect(on('2025-12-01', facts)).toEqual(['cannot-tell: sources-disagree']);
  });

  it('leave the verdict where it is the same whoever is right, by the day of the trusted one', () => {
    const facts = [started, completed('here', '2025-10-20'), completed('cin-census', '2025-10-10')];
    expect(on('2025-10-08', facts)).toEqual(['overdue']);
    expect(on('2025-10-12', facts)).toEqual(['cannot-tell: sources-disagree']);
    expect(on('2025-10-20', facts)).toEqual(['met-late']);
    const [piece] = verdictOn(clocksOf(testCompiled, CHILD, facts, LATER, []), '2025-12-01' as LocalDate).filter(
      ({ duty }) => duty === DUTY,
    );
    expect(piece?.metUntil).toBe(toEpochDay('2025-10-20' as LocalDate));
  });

  it('do not disagree when one tells the day and the other some days about it', () => {
    const facts = [started, completed('here', '2025-10-03'), completed('cin-census', '2025-10-01..2025-10-31')];
    expect(on('2025-12-01', facts)).toEqual(['met']);
  });

  it('do not disagree about what may happen twice', () => {
    const visit = (source: Source, day: string): Fact => fact('seen.alone', day, { source, thread: 'visits' });
    const facts = [fact('concern.raised', '2025-10-01'), visit('here', '2025-10-02'), visit('annex-a', '2025-10-30')];
    expect(verdictsBy('told-within-72-hours')('2025-12-01', facts)).toEqual(['met']);
  });

  it('disagree about a start too, and hear the silence of who wrote it here', () => {
    const entered = (source: Source, day: string): Fact =>
      fact('care.entered', day, { source, thread: 'care', episode: 'care', entry: source });
    const facts = [entered('here', '2025-06-02'), entered('ssda903', '2025-06-05')];
    const health = verdictsBy('health-before-the-review'); // due on 30 June, or on 3 July
    expect(health('2025-06-04', facts)).toEqual(['cannot-tell: sources-disagree']);
    expect(health('2025-06-05', facts)).toEqual(['not-due']);
    expect(health('2025-07-01', facts)).toEqual(['cannot-tell: sources-disagree']);
    expect(health('2025-07-04', facts)).toEqual(['overdue']);
  });

  it('go by this record first, then by the return that the event belongs to, then by the workbook', () => {
    const trusted = (name: FactName, ...sources: Source[]): string | undefined =>
      believedFacts(
        sources.map((source, at) => told(source, name, `2025-10-0${at + 1}`)),
        LATER,
      )[0]?.fact.source;
    expect(trusted('care.ended', 'annex-a', 'cin-census', 'ssda903')).toBe('ssda903');
    expect(trusted('plan.protection-ended', 'annex-a', 'ssda903', 'cin-census')).toBe('cin-census');
    expect(trusted('care.ended', 'ssda903', 'here')).toBe('here');
  });

  it('make a check cannot tell, where it turns on them', () => {
    const facts = [
      fact('born.born', '2015-01-01', { thread: 'birth' }),
      completed('here', '2025-10-10'),
      completed('cin-census', '2025-10-03'),
    ];
    const seen = (day: string) => [...facts, fact('seen.alone', day, { thread: 'visit' })];
    const check = verdictsBy('child-seen-in-assessment');
    expect(check('2025-12-01', seen('2025-10-07'))).toEqual(['cannot-tell: sources-disagree']);
    expect(check('2025-12-01', seen('2025-10-01'))).toEqual(['holds']);
  });

  it('are judged alike among many children', () => {
    const disputed = [started, completed('here', '2025-10-10'), completed('cin-census', '2025-10-03')];
    const { columns } = columnsOf([[started], disputed, [started, completed('here', '2025-10-03')]]);
    const before = columns.source.slice();
    const answers = judge(testCompiled, columns, '2025-12-01' as LocalDate, LATER, judged());
    const found = Array.from({ length: answers.size }, (_, at) => at)
      .filter((at) => testCompiled.duties[answers.duty[at] as number]?.id === DUTY)
      .map((at) => VERDICTS[answers.verdict[at] as number]);
    expect(found).toEqual(['overdue', 'cannot-tell', 'met']);
    expect(columns.source).toEqual(before);
  });

  it('say so only as long as both are believed', () => {
    const wrong = {
      ...completed('cin-census', '2025-10-03'),
      believedUntil: '2025-11-01T00:00:00.000Z' as Fact['believedUntil'],
    };
    expect(on('2025-12-01', [started, completed('here', '2025-10-10'), wrong])).toEqual(['met-late']);
  });
});
