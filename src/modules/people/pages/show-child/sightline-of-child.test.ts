import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Lane, LaneSegment, Sightline } from '../../../../sight/lanes.ts';
import { sightlinePicture } from './sightline-of-child.ts';

const day = mustBeDate;
const entry = '00000000-0000-4000-8000-000000000101' as Id;
const segment = (more: Partial<LaneSegment>): LaneSegment => ({
  from: day('2025-10-06'),
  until: null,
  days: 177,
  is: 'open',
  says: 'open',
  entry,
  endedBy: null,
  party: null,
  lateFrom: null,
  duty: null,
  ...more,
});
const lane = (name: Lane['lane'], answer: Lane['answer'], more: Partial<Lane> = {}): Lane => ({
  lane: name,
  answer,
  segments: [],
  marks: [],
  ...more,
});
const coverage = { open: 'yes', allocated: 'no', assessed: 'yes', seen: 'yes', planned: 'yes' } as const;
const pictureOf = (lanes: readonly Lane[], worst: Sightline['worst'] = []) =>
  sightlinePicture(
    { lanes, worst, coverage },
    { name: 'Suleiman, 17', on: day('2026-03-31'), workerOf: () => 'Agnieszka Duda', tellsOf: () => 'Allocation.' },
  );
const nowOf = (one: Lane) => pictureOf([one]).lanes[0]?.now;

describe('how a lane stands today', () => {
  test('held: by whom, for how long, or by nobody and why', () => {
    const held = segment({ is: 'cover', says: 'held', days: 371 });
    expect(nowOf(lane('held', 'yes', { segments: [held] }))).toEqual({ words: 'Agnieszka Duda', detail: '371 days' });
    const away = segment({ is: 'gap', says: 'worker-on-leave', days: 20 });
    expect(nowOf(lane('held', 'no', { segments: [away] }))).toEqual({
      words: 'Nobody, 20 days',
      detail: 'worker away, no cover',
      is: 'missed',
    });
    expect(nowOf(lane('held', 'cannot-tell'))).toMatchObject({ words: 'Cannot tell', is: 'unknown' });
  });

  test('seen: when and how; a visit at which the child was not seen is none', () => {
    const visit = (on: string, seen: 'alone' | 'not-seen') => ({ is: 'visit', on: day(on), seen, entry }) as const;
    const visits = [visit('2026-02-16', 'alone'), visit('2026-03-20', 'not-seen')];
    expect(nowOf(lane('seen', 'yes', { marks: visits }))?.words).toBe('16 Feb 2026, seen alone');
    expect(nowOf(lane('seen', 'no', { marks: visits.slice(1) }))).toMatchObject({
      words: 'Not seen yet',
      is: 'missed',
    });
  });

  test('heard: what waits for an answer stands before what was not told', () => {
    const view = (answeredOn: string | null, toldOn: string | null) =>
      ({
        is: 'view',
        on: day('2026-01-27'),
        answeredOn: answeredOn === null ? null : day(answeredOn),
        toldOn: toldOn === null ? null : day(toldOn),
        entry,
      }) as const;
    expect(nowOf(lane('heard', 'no', { marks: [view('2026-02-03', null), view(null, null)] }))?.words).toBe(
      '1 view waiting',
    );
    expect(nowOf(lane('heard', 'no', { marks: [view('2026-02-03', null)] }))?.words).toBe('1 answer not told');
    expect(nowOf(lane('heard', 'yes', { marks: [view('2026-02-03', '2026-02-04')] }))?.words).toBe('Answered and told');
  });
});

test('a gap says its reason beneath, and whom it concerns in the table', () => {
  const away = segment({ is: 'gap', says: 'worker-on-leave', from: day('2026-03-12'), days: 20 });
  expect(pictureOf([lane('held', 'no', { segments: [away] })]).lanes[0]?.parts[0]).toMatchObject({
    is: 'gap',
    what: 'Nobody',
    note: 'worker away, no cover',
    why: 'Agnieszka Duda: worker away, no cover. Allocation.',
    href: `#entry-${entry}`,
  });
});

test('weeks in which the child was not open stay white', () => {
  const week = (is: Sightline['worst'][number]['is']) => ({ from: day('2026-03-02'), until: day('2026-03-09'), is });
  expect(pictureOf([], [week('not-open'), week('no-worker')]).worst.map(({ is }) => is)).toEqual(['no-worker']);
});
