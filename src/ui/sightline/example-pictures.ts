import { addDays, type LocalDate, mustBeDate } from '../../kernel/local-date.ts';
import type { SightlineLane, SightlinePart, SightlinePicture, VisitPart } from './sightline-picture.ts';

const day = (text: string): LocalDate => mustBeDate(text);

const gap = (from: string, until: string | null, what: string, note: string, why: string): SightlinePart => ({
  is: 'gap',
  from: day(from),
  until: until === null ? null : day(until),
  what,
  note,
  why,
  href: '#why',
});
const cover = (from: string, until: string | null, label: string, what = label, why = ''): SightlinePart => ({
  is: 'cover',
  from: day(from),
  until: until === null ? null : day(until),
  what,
  label,
  why,
  href: '#entry',
});
const visit = (on: string, seen: VisitPart['seen']): SightlinePart => ({
  is: 'visit',
  on: day(on),
  seen,
  what: 'Visit',
  href: '#visit',
});

/** Visits so many days apart, every third with others. */
function visits(from: string, until: string, days: number): SightlinePart[] {
  const found: SightlinePart[] = [];
  for (let on = day(from); on < until; on = addDays(on, days)) {
    found.push(visit(on, found.length % 3 === 2 ? 'with-others' : 'alone'));
  }
  return found;
}

const heldForYears: SightlineLane = {
  lane: 'held',
  now: { words: 'T. Adeyemi, 371 days', detail: 'third social worker' },
  parts: [
    gap('2024-02-12', '2024-02-26', 'Nobody', 'duty team', 'With the duty team: no named worker'),
    cover('2024-02-26', '2024-08-30', 'A. Khan', 'A. Khan', 'Left the council'),
    gap('2024-08-30', '2024-10-31', 'Nobody', 'nobody: post vacant', 'Post vacant: in the manager’s name'),
    cover('2024-10-31', '2025-03-03', 'J. Moore', 'J. Moore', 'Sick leave began'),
    gap('2025-03-03', '2025-04-02', 'Nobody', 'nobody: sick, no cover', 'J. Moore on sick leave: no cover'),
    cover('2025-04-02', '2025-11-14', 'J. Moore', 'J. Moore', 'Handed over with a joint visit'),
    cover('2025-11-14', null, 'T. Adeyemi', 'T. Adeyemi', 'Third social worker'),
  ],
};

const seenForYears: SightlineLane = {
  lane: 'seen',
  now: { words: '38 days ago, alone', detail: 'visit due Tue 24 Nov' },
  parts: [
    gap('2024-02-26', '2024-02-27', 'Not seen in time', 'not seen', 'Due by 26 Feb 2024'),
    gap('2024-08-20', '2024-11-12', 'Not seen in time', 'not seen: at school when called', 'Due by 20 Aug 2024'),
    gap('2025-03-13', '2025-04-07', 'Not seen in time', 'overdue', 'Due by 13 Mar 2025'),
    visit('2024-02-15', 'not-seen'),
    ...visits('2024-02-27', '2024-08-20', 22),
    visit('2024-10-03', 'not-seen'),
    ...visits('2024-11-12', '2025-03-01', 12),
    ...visits('2025-04-07', '2025-07-20', 11),
    ...visits('2025-08-16', '2026-10-20', 32),
    { is: 'due', on: day('2026-11-24'), what: 'Visit due', href: '#due' },
  ],
};

const assessedForYears: SightlineLane = {
  lane: 'assessed',
  now: { words: 'Complete, June 2026', detail: 'nothing waiting' },
  parts: [
    {
      is: 'part',
      from: day('2024-02-13'),
      until: day('2024-04-16'),
      what: 'Finished with gaps',
      note: 'in time, 3 things missing',
      why: 'In time. Missing: father not spoken to, health visitor’s reply, family history not read',
      href: '#entry',
    },
    gap(
      '2024-09-16',
      '2024-11-12',
      'Risk not assessed',
      'not assessed',
      'A police report was filed on the open record',
    ),
    {
      is: 'cover',
      from: day('2024-11-12'),
      until: day('2025-01-24'),
      lateFrom: day('2025-01-18'),
      what: 'Complete, late',
      note: 'late 5 working days',
      why: 'Due 17 Jan 2025. Reason recorded: interpreter',
      href: '#entry',
    },
    {
      is: 'cover',
      from: day('2026-05-05'),
      until: day('2026-06-19'),
      what: 'Complete, in time',
      note: 'in time, complete',
      href: '#entry',
    },
  ],
};

const view = (on: string, answeredOn: string | null, toldOn: string | null, what: string): SightlinePart => ({
  is: 'view',
  on: day(on),
  answeredOn: answeredOn === null ? null : day(answeredOn),
  toldOn: toldOn === null ? null : day(toldOn),
  what,
  why: answeredOn === null ? 'Waiting' : 'Answered',
  href: '#view',
});

/** A child known for years, with every kind of mark. */
export const YEARS: SightlinePicture = {
  name: 'Safiya Nowak-Rahman',
  today: day('2026-11-20'),
  worst: [
    { from: day('2024-02-12'), until: day('2024-02-26'), is: 'no-worker' },
    { from: day('2024-02-26'), until: day('2024-03-04'), is: 'not-seen' },
    { from: day('2024-03-04'), until: day('2024-04-15'), is: 'nothing-late' },
    { from: day('2024-04-15'), until: day('2024-05-13'), is: 'no-plan' },
    { from: day('2024-05-13'), until: day('2024-08-19'), is: 'nothing-late' },
    { from: day('2024-08-19'), until: day('2024-08-26'), is: 'not-seen' },
    { from: day('2024-08-26'), until: day('2024-11-04'), is: 'no-worker' },
    { from: day('2024-11-04'), until: day('2024-11-18'), is: 'not-assessed' },
    { from: day('2024-11-18'), until: day('2025-03-03'), is: 'nothing-late' },
    { from: day('2025-03-03'), until: day('2025-04-07'), is: 'no-worker' },
    { from: day('2025-04-07'), until: day('2026-11-23'), is: 'nothing-late' },
  ],
  lanes: [
    {
      lane: 'concern',
      now: { words: 'Open 1,012 days' },
      parts: [
        { is: 'open', from: day('2024-02-12'), until: null, what: 'Open', why: 'From the first concern recorded' },
        { is: 'first', on: day('2024-02-12'), label: 'First concern', what: 'First concern', href: '#entry' },
        { is: 'event', on: day('2024-09-16'), label: 'Second', what: 'Second concern', href: '#entry' },
        {
          is: 'event',
          on: day('2024-11-12'),
          label: 'Strategy discussion',
          what: 'Strategy discussion',
          href: '#entry',
        },
        { is: 'event', on: day('2025-06-18'), label: 'Came into care', what: 'Came into care', href: '#entry' },
      ],
    },
    heldForYears,
    seenForYears,
    assessedForYears,
    {
      lane: 'planned',
      now: { words: 'Care plan', detail: 'review due Wed 2 Dec' },
      parts: [
        gap('2024-04-16', '2024-05-07', 'No plan', 'no plan', 'Assessment finished; plan written 21 days later'),
        cover('2024-05-07', '2024-12-05', 'Child in need', 'Child in need plan'),
        cover('2024-12-05', '2025-06-18', 'Protection', 'Protection plan'),
        cover('2025-06-18', null, 'Care plan'),
        { is: 'due', on: day('2026-12-02'), what: 'Review due', href: '#due' },
      ],
    },
    {
      lane: 'placed',
      now: { words: 'Same carers, 499 days' },
      parts: [
        {
          is: 'outlined',
          from: day('2024-02-12'),
          until: day('2025-06-18'),
          what: 'At home with mother',
          label: 'At home with mother',
        },
        cover('2025-06-18', '2025-07-09', 'emergency carers', 'Emergency carers', 'Planned move'),
        cover(
          '2025-07-09',
          null,
          'Foster carers (protected place)',
          'Foster carers',
          'Protected place: address not shown',
        ),
      ],
    },
    {
      lane: 'heard',
      now: { words: '1 view waiting', detail: '38 days with no answer', is: 'missed' },
      parts: [
        view('2024-03-12', '2024-12-05', '2024-12-05', '“I don’t like it when it is shouting.”'),
        view('2025-06-12', '2025-07-09', '2025-07-09', '“Can Zayn come too?”'),
        view('2025-12-16', '2026-01-12', null, '“I want to do Wigilia and Eid.”'),
        view('2026-10-13', null, null, '“I want to be there on his birthday.”'),
      ],
    },
  ],
};

const unknown = (from: string, until: string | null, what: string, note: string): SightlinePart => ({
  is: 'unknown',
  from: day(from),
  until: until === null ? null : day(until),
  what,
  note,
  why: 'The census says nothing of it',
  href: '#why',
});

/** A child whom only a loaded census speaks of: the year of the file is known, what came after is not. */
export const ONLY_A_FILE: SightlinePicture = {
  name: 'Konstantinos Papadopoulos-Featherstonehaugh',
  today: day('2026-06-01'),
  worst: [
    { from: day('2025-09-08'), until: day('2025-12-01'), is: 'not-assessed' },
    { from: day('2025-12-01'), until: day('2026-06-01'), is: 'cannot-tell' },
  ],
  lanes: [
    {
      lane: 'concern',
      now: { words: 'Open 266 days', detail: 'by the census; nothing recorded here' },
      parts: [
        { is: 'open', from: day('2025-09-08'), until: null, what: 'Open' },
        { is: 'first', on: day('2025-09-08'), label: 'Referral', what: 'Referral received', href: '#entry' },
        {
          is: 'event',
          on: day('2025-09-10'),
          label: 'Strategy discussion',
          what: 'Strategy discussion',
          href: '#entry',
        },
        { is: 'event', on: day('2025-09-12'), label: 'Enquiry', what: 'Section 47 enquiry begun', href: '#entry' },
      ],
    },
    {
      lane: 'held',
      now: { words: 'Cannot tell', detail: 'the census never names a worker', is: 'unknown' },
      parts: [unknown('2025-09-08', null, 'Cannot tell who held the child', 'the census names no worker')],
    },
    {
      lane: 'seen',
      now: { words: 'Cannot tell', detail: 'ask the team that holds him', is: 'unknown' },
      parts: [unknown('2025-09-08', null, 'Cannot tell whether he was seen', 'the census lists no visit')],
    },
    {
      lane: 'assessed',
      now: { words: 'Not assessed by 31 March 2026', detail: 'since then nothing is known', is: 'missed' },
      parts: [
        gap('2025-09-08', '2025-12-01', 'Risk not assessed', 'not assessed', 'No assessment was begun'),
        {
          is: 'cover',
          from: day('2025-12-01'),
          until: day('2026-03-02'),
          lateFrom: day('2026-02-05'),
          what: 'Complete, late',
          note: 'late 17 working days',
          href: '#entry',
        },
        unknown('2026-04-01', null, 'Cannot tell', 'after the census'),
      ],
    },
    {
      lane: 'planned',
      now: { words: 'Protection plan on 31 March 2026', detail: 'review due Fri 12 Jun' },
      parts: [
        cover('2025-10-01', '2026-03-31', 'Protection plan'),
        unknown('2026-04-01', null, 'Cannot tell', 'after the census'),
        { is: 'due', on: day('2026-06-12'), what: 'Review conference due', href: '#due' },
      ],
    },
  ],
};

/** A child known for four days: almost nothing has happened, and everything is due. */
export const FIRST_WEEK: SightlinePicture = {
  name: 'Baby Doran',
  today: day('2026-11-20'),
  worst: [{ from: day('2026-11-16'), until: day('2026-11-23'), is: 'no-worker' }],
  lanes: [
    {
      lane: 'concern',
      now: { words: 'Open 4 days' },
      parts: [
        { is: 'open', from: day('2026-11-16'), until: null, what: 'Open' },
        { is: 'first', on: day('2026-11-16'), label: 'First concern', what: 'First concern', href: '#entry' },
      ],
    },
    {
      lane: 'held',
      now: { words: 'Nobody, 4 days', detail: 'waiting in the duty team', is: 'missed' },
      parts: [gap('2026-11-16', null, 'Nobody', 'duty team', 'No worker has been named')],
    },
    { lane: 'seen', now: { words: 'Not yet', detail: 'no visit is due yet' }, parts: [] },
    {
      lane: 'assessed',
      now: { words: 'Not begun', detail: 'assessment due Wed 20 Jan 2027' },
      parts: [{ is: 'due', on: day('2026-12-04'), what: 'Review point', href: '#due' }],
    },
  ],
};
