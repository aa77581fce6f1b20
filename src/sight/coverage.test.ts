import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../kernel/local-date.ts';
import { coverageOn } from './coverage.ts';
import type { Fact, Standing } from './facts.ts';
import { fact, LATER, standing, window } from './history.fixture.ts';

const cover = (on: string, facts: Fact[], standings: Standing[] = []) =>
  coverageOn({ facts, standings, leaveDays: () => 14, on: on as LocalDate, known: LATER });

const referral = fact('referral.received', '2025-09-01');
const imported = fact('referral.received', '2025-09-01', { source: 'cin-census' });
const year = window('2025-04-01', '2026-03-31');
const held = (day: string, party = 'Adeyemi', thread = `held ${party} ${day}`) =>
  fact('held.by-worker', day, { thread, party });
const inPost = standing('Adeyemi', 'in-post', '2020-01-01');

describe('open', () => {
  it('lasts from the first concern to a decision of no further action or a closure, whose day is no longer open', () => {
    const facts = [fact('concern.raised', '2025-08-30'), referral, fact('closure.closed', '2025-12-01')];
    expect(['2025-08-29', '2025-08-30', '2025-11-30', '2025-12-01'].map((day) => cover(day, facts).open)).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
  });
  it('counts as open until the last day on which it may have ended', () => {
    const facts = [referral, fact('closure.closed', '2025-12-01..2025-12-20')];
    expect([cover('2025-12-19', facts).open, cover('2025-12-20', facts).open]).toEqual(['yes', 'no']);
  });
  it('is not ended by the decision on another referral', () => {
    const other = { thread: 'other', episode: 'other' };
    const facts = [
      referral,
      fact('referral.received', '2025-10-01', other),
      fact('decision.no-further-action', '2025-10-02', other),
    ];
    expect(cover('2025-10-03', facts).open).toBe('yes');
  });
  it('of a concern that nobody decided on is carried on by the next referral', () => {
    const concern = fact('concern.raised', '2025-08-01', { thread: 'concern', episode: null });
    const facts = [concern, referral, fact('closure.closed', '2025-12-01')];
    expect([cover('2025-08-15', facts).open, cover('2025-09-15', facts).open, cover('2025-12-02', facts).open]).toEqual(
      ['yes', 'yes', 'no'],
    );
  });
});

describe('allocated', () => {
  const told = (on: string, facts: Fact[], standings: Standing[] = [inPost]) =>
    cover(on, [referral, ...facts], standings).allocated;
  it('is yes with a named worker in post, no with nobody, a placeholder or an ended allocation', () => {
    expect(told('2025-09-02', [])).toBe('no');
    expect(told('2025-09-03', [held('2025-09-03')])).toBe('yes');
    expect(
      told('2025-09-04', [held('2025-09-03'), fact('held.by-placeholder', '2025-09-04', { thread: 'team' })]),
    ).toBe('no');
    const ended = fact('held.ended', '2025-09-10', { thread: 'held Adeyemi 2025-09-03' });
    expect(told('2025-09-10', [held('2025-09-03'), ended])).toBe('no');
    expect(
      told(
        '2025-09-10',
        [held('2025-09-03'), held('2025-09-09', 'Moore'), ended],
        [standing('Moore', 'in-post', '2020-01-01')],
      ),
    ).toBe('yes');
  });
  it('is no from the first day of a leave longer than the days allowed, and while such a leave has become long', () => {
    const leave = (until: string | null) => [inPost, standing('Adeyemi', 'on-leave', '2025-10-01', until)];
    const facts = [held('2025-09-03')];
    expect(told('2025-10-01', facts, leave('2025-10-14'))).toBe('yes');
    expect(told('2025-10-01', facts, leave('2025-10-15'))).toBe('no');
    expect(told('2025-10-14', facts, leave(null))).toBe('yes');
    expect(told('2025-10-15', facts, leave(null))).toBe('no');
  });
  it('is no once the worker has left, and cannot be told of a worker of whom nothing is known', () => {
    expect(told('2025-10-02', [held('2025-09-03')], [standing('Adeyemi', 'in-post', '2020-01-01', '2025-10-01')])).toBe(
      'no',
    );
    expect(told('2025-10-02', [held('2025-09-03')], [])).toBe('cannot-tell');
  });
  it('needs a registered social worker while an enquiry or a protection plan is live', () => {
    const enquiry = fact('enquiry.begun', '2025-09-10', { thread: 'enquiry' });
    const facts = [held('2025-09-03'), enquiry];
    expect(told('2025-09-09', facts)).toBe('yes');
    expect(told('2025-09-10', facts)).toBe('no');
    expect(told('2025-09-10', facts, [inPost, standing('Adeyemi', 'registered', '2024-01-01', '2025-09-30')])).toBe(
      'yes',
    );
    expect(told('2025-10-01', facts, [inPost, standing('Adeyemi', 'registered', '2024-01-01', '2025-09-30')])).toBe(
      'no',
    );
    const over = fact('conference.initial-held', '2025-09-20', { thread: 'conference' });
    expect(told('2025-09-20', [...facts, over])).toBe('yes');
  });
  it('cannot be told while only files speak', () => {
    expect(cover('2025-09-02', [year, imported]).allocated).toBe('cannot-tell');
  });
});

describe('assessed, seen and planned', () => {
  it('hear silence only where something would have spoken', () => {
    expect(cover('2025-09-02', [referral])).toMatchObject({ assessed: 'no', seen: 'no', planned: 'not-owed' });
    expect(cover('2025-09-02', [year, imported])).toMatchObject({
      assessed: 'no',
      seen: 'cannot-tell',
      planned: 'cannot-tell',
    });
    expect(cover('2026-04-01', [year, imported])).toMatchObject({ assessed: 'cannot-tell' });
  });
  it('are met by an assessment begun, a visit at which the child was seen, a live plan', () => {
    const begun = fact('assessment.begun', '2025-09-02', { thread: 'assessment' });
    const missed = fact('seen.not-seen', '2025-09-03', { thread: 'visit' });
    const visit = fact('seen.with-others', '2025-09-04', { thread: 'visit 2' });
    const plan = fact('plan.in-need-begun', '2025-09-20', { thread: 'plan' });
    const facts = [referral, begun, missed, visit, fact('decision.plan-needed', '2025-09-10'), plan];
    expect(cover('2025-09-03', facts)).toMatchObject({ assessed: 'yes', seen: 'no', planned: 'not-owed' });
    expect(cover('2025-09-10', facts)).toMatchObject({ seen: 'yes', planned: 'no' });
    expect(cover('2025-09-20', facts).planned).toBe('yes');
  });
  it('owe no visit to a child who is not born', () => {
    const unborn = fact('born.expected', '2026-01-10', { thread: 'birth', episode: null });
    expect(cover('2025-09-02', [referral, unborn]).seen).toBe('not-owed');
    expect(
      cover('2026-01-12', [referral, unborn, fact('born.born', '2026-01-12', { thread: 'birth', episode: null })]).seen,
    ).toBe('no');
  });
  it('cannot tell whether a plan that a file told of still lives after its window', () => {
    const plan = fact('plan.protection-begun', '2025-10-01', { thread: 'plan', source: 'cin-census' });
    expect(cover('2026-03-31', [year, imported, plan]).planned).toBe('yes');
    expect(cover('2026-04-01', [year, imported, plan]).planned).toBe('cannot-tell');
  });
});
