import { viewAnswerTold, viewDecided } from '../../src/modules/child-in-need/public.ts';
import { planNeedDecided } from '../../src/modules/front-door/public.ts';
import { siblingRecorded } from '../../src/modules/people/public.ts';
import {
  conferenceMinutesSent,
  conferenceReportShared,
  coreGroupHeld,
  initialConferenceHeld,
  protectionPlanAgreed,
  reviewConferenceHeld,
  section47Begun,
  section47Concluded,
  significantHarmSuspected,
  strategyDiscussionHeld,
} from '../../src/modules/protection/public.ts';
import type { NewEntry } from '../../src/record/entry.ts';
import { beatrix, temitope } from './hand-made-people.ts';
import { begunAssessment, completedAssessment, heldBy, referredChild, visited } from './referred.ts';
import { type Story, type Told, together } from './story.ts';

/**
 * Two who live with their mother and have a protection plan for neglect. What was owed was done, but for one visit at
 * which nobody was in and the next, which came late; one more is a day overdue on 31 March 2026.
 */
const school = {
  on: '2025-10-06 14:10',
  source: '2A',
  referrer: 'Wherry Quay Primary School',
  by: 'phone',
  words: 'Three mornings hungry this week, and afraid to go home on Friday.',
  need: 'N1',
  decidedOn: '2025-10-07',
} as const;
export const safiya = referredChild(
  { name: 'Safiya Nowak-Rahman', number: 'WM104417', born: '2018-02-14', sex: 'female' },
  school,
);
export const zayn = referredChild(
  { name: 'Zayn Nowak-Rahman', number: 'WM104418', born: '2021-08-03', sex: 'male' },
  { ...school, words: 'Brother of Safiya. Collected late from nursery four times.' },
);
const mother = 'Karolina Nowak, their mother';

const both = (when: string, name: string, write: (story: Story) => readonly NewEntry[], by = temitope): Told =>
  together(by.id, when, `Safiya and Zayn, ${name}`, [...write(safiya), ...write(zayn)]);

const inOctober = visited(safiya, temitope, '2025-10-10 15:30', {
  seen: 'alone',
  present: [mother, 'Zayn'],
  words: 'I don’t like it when it is shouting.',
  account: 'In her room, with the door open, for twenty minutes. She showed me where she keeps her school things.',
});
const inJanuary = visited(safiya, temitope, '2026-01-27', {
  seen: 'alone',
  present: [mother, 'Zayn'],
  words: 'Can Zayn come to my breakfast club too?',
});

const begun: Told[] = [
  both('2025-10-07 15:30', 'allocated', (s) => [heldBy(s, temitope, '2025-10-07 15:30')], beatrix),
  together(temitope.id, '2025-10-08 12:00', 'Safiya and Zayn are sister and brother', [
    siblingRecorded.write(safiya.on('2025-10-08', 'book'), { with: zayn.book, as: 'sibling' }),
    siblingRecorded.write(zayn.on('2025-10-08', 'book'), { with: safiya.book, as: 'sibling' }),
  ]),
  both('2025-10-08 17:10', 'assessment begun', (s) => [begunAssessment(s, '2025-10-08', '2025-11-21', temitope)]),
  together(temitope.id, '2025-10-10 16:20', 'first visit to Safiya and Zayn', [
    inOctober,
    visited(zayn, temitope, '2025-10-10 15:30', {
      seen: 'with-others',
      present: [mother, 'Safiya'],
      account: 'Played beside his sister. Did not speak to me.',
    }),
  ]),
];

const enquiry: Told[] = [
  both('2025-10-20 12:30', 'strategy', (s) => [
    significantHarmSuspected.write(s.on('2025-10-17 18:05', 'enquiry'), { episode: s.episode }),
    strategyDiscussionHeld.write(s.on('2025-10-20 10:00', 'enquiry'), {
      episode: s.episode,
      enquiriesBegun: true,
      tookPart: ['Children’s services', 'Wherrymouth Police', 'Health visiting', 'Wherry Quay Primary School'],
    }),
    section47Begun.write(s.on('2025-10-20 10:45', 'enquiry'), {
      episode: s.episode,
      ledBy: { worker: temitope.id, socialWorker: true },
    }),
  ]),
  both('2025-11-05', 'enquiry concluded', (s) => [
    section47Concluded.write(s.on('2025-11-04', 'enquiry'), {
      episode: s.episode,
      outcome: 'substantiated-at-risk',
      conferenceNeeded: true,
    }),
    conferenceReportShared.write(s.on('2025-11-05', 'enquiry'), { episode: s.episode, sharedWith: [mother] }),
  ]),
];

const plan: Told[] = [
  both('2025-11-07 16:45', 'conference', (s) => [
    initialConferenceHeld.write(s.on('2025-11-07', 'enquiry'), {
      episode: s.episode,
      planAgreed: true,
      attended: [mother, 'School', 'Health visiting', 'Police', 'Temitope Adeyemi'],
      chairedBy: 'Gwenllian Pryce',
    }),
    planNeedDecided.write(s.on('2025-11-07', 'referral'), { needed: true }),
    protectionPlanAgreed.write(s.on('2025-11-07', 'plan'), {
      episode: s.episode,
      category: 'neglect',
      previousPlans: 0,
      dangers: 'No food in the house on school mornings; left with men whom their mother hardly knows.',
    }),
  ]),
  both('2025-11-28', 'minutes', (s) => [
    conferenceMinutesSent.write(s.on('2025-11-28', 'enquiry'), { episode: s.episode }),
  ]),
  both('2025-12-05 12:00', 'assessment completed', (s) => [
    completedAssessment(
      s,
      '2025-12-05',
      ['4B', '16A'],
      beatrix,
      'Their mother is unwell and alone with it. She wants help, and the mornings are worst.',
    ),
  ]),
  ...['2025-11-19', '2025-12-17', '2026-01-21', '2026-02-25'].map((day) =>
    both(day, `core group of ${day}`, (s) => [
      coreGroupHeld.write(s.on(day, 'plan'), {
        episode: s.episode,
        attended: [mother, 'School', 'Health visiting', 'Temitope Adeyemi'],
      }),
    ]),
  ),
  both('2026-02-03 16:00', 'review', (s) => [
    reviewConferenceHeld.write(s.on('2026-02-03', 'plan'), {
      episode: s.episode,
      planContinues: true,
      chairedBy: 'Gwenllian Pryce',
    }),
  ]),
];

const voice: Told[] = [
  together(temitope.id, '2025-11-18 17:05', 'Safiya is told what the conference decided', [
    viewDecided.write(safiya.answering(inOctober, '2025-11-07'), {
      episode: safiya.episode,
      answer: 'followed',
      because: 'Their mother’s friend does not come to the house any more.',
    }),
    viewAnswerTold.write(safiya.answering(inOctober, '2025-11-18'), {
      episode: safiya.episode,
      toldBy: temitope.name,
      how: 'in her room, over her drawing of it',
    }),
  ]),
  together(beatrix.id, '2026-02-03 17:40', 'breakfast club decided', [
    viewDecided.write(safiya.answering(inJanuary, '2026-02-03'), {
      episode: safiya.episode,
      answer: 'partly',
      because: 'From the summer term, when he is old enough for the club.',
    }),
  ]),
];

const visits: Told[] = [
  ...['2025-11-18', '2025-12-01', '2025-12-12', '2025-12-30', '2026-01-13', '2026-02-09', '2026-03-03'].map((day) =>
    both(day, `visit of ${day}`, (s) => [
      visited(s, temitope, day, { seen: s === safiya ? 'alone' : 'with-others', present: [mother] }),
    ]),
  ),
  together(temitope.id, '2026-01-27', 'visit of 27 January to Safiya and Zayn', [
    inJanuary,
    visited(zayn, temitope, '2026-01-27', { seen: 'with-others', present: [mother, 'Safiya'] }),
  ]),
  // Written eleven days after it happened: the record says both days.
  both('2026-03-06', 'visit of 23 February', (s) => [
    visited(s, temitope, '2026-02-23', {
      seen: 'not-seen',
      present: [],
      notSeenBecause: 'Nobody came to the door. Their mother wrote the next day that they were at their aunt’s.',
    }),
  ]),
  together(temitope.id, '2026-03-16 17:15', 'visit of 16 March to Safiya and Zayn', [
    visited(safiya, temitope, '2026-03-16 15:45', {
      seen: 'alone',
      present: [mother, 'Zayn'],
      words: 'I want Mum to get up before us. I make the toast and Zayn only eats the middle.',
      account: 'At the kitchen table while her mother was upstairs with Zayn.',
    }),
    visited(zayn, temitope, '2026-03-16 15:45', {
      seen: 'with-others',
      present: [mother],
      words: 'Toast!',
      account: 'Showed me his shoes and how he does them up.',
    }),
  ]),
];

export const toldOfSafiyaAndZayn: readonly Told[] = [
  ...safiya.told,
  ...zayn.told,
  ...begun,
  ...enquiry,
  ...plan,
  ...voice,
  ...visits,
];
