import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { notKnown } from '../../../../record/said.ts';
import { readTime, readVisitForm } from './record-visit.form.ts';

const today = mustBeDate('2026-03-31');
const asked = [
  { book: '00000000-0000-4000-8000-000000000001' as Id, called: 'Safiya' },
  { book: '00000000-0000-4000-8000-000000000002' as Id, called: 'Zayn' },
];
const typed = {
  'day-day': '30',
  'day-month': '3',
  'day-year': '2026',
  present: 'people',
  people: 'Karolina Nowak, their mother\r\n\r\n  A neighbour ',
  'seen-1': 'alone',
  'words-1': ' I make the toast. ',
  'seen-2': 'not-visited',
  'last-1': '00000000-0000-4000-8000-000000000009',
};

describe('the form of a visit', () => {
  test('is read as it was meant, and what is left empty is not known', () => {
    expect(readVisitForm(typed, asked, today).visit).toEqual({
      happened: { earliest: '2026-03-30', latest: '2026-03-30', precision: 'day', at: null },
      present: ['Karolina Nowak, their mother', 'A neighbour'],
      place: notKnown,
      children: [
        {
          book: asked[0]?.book,
          seen: 'alone',
          notSeenBecause: notKnown,
          words: 'I make the toast.',
          account: notKnown,
          lastSeen: '00000000-0000-4000-8000-000000000009',
          corrects: null,
        },
      ],
    });
  });

  test('a time makes the moment known, by the clocks of England', () => {
    const summer = { ...typed, 'day-day': '30', 'day-month': 'June', 'day-year': '2025', time: '3.30pm' };
    expect(readVisitForm(summer, asked, today).visit?.happened).toEqual({
      earliest: '2025-06-30',
      latest: '2025-06-30',
      precision: 'instant',
      at: '2025-06-30T14:30:00.000Z',
    });
  });

  test('I don’t know is an answer', () => {
    const unsure = { ...typed, present: 'not-known', 'seen-1': 'not-known' };
    expect(readVisitForm(unsure, asked, today).visit).toMatchObject({
      present: notKnown,
      children: [{ seen: notKnown }],
    });
    expect(readVisitForm({ ...typed, present: 'nobody' }, asked, today).visit?.present).toEqual([]);
  });

  test('an empty form has a sentence for every question that must be answered, each leading to its box', () => {
    expect(readVisitForm({}, asked, today).faults).toEqual([
      { field: 'day-day', text: 'Enter the day of the visit' },
      { field: 'present', text: 'Say who was there' },
      { field: 'seen-1', text: 'Say whether Safiya was seen' },
      { field: 'seen-2', text: 'Say whether Zayn was seen' },
    ]);
  });

  test.each([
    ['tomorrow', { 'day-day': '1', 'day-month': '4' }, 'day-day'],
    ['a time that is none', { time: 'teatime' }, 'time'],
    ['people, and no name', { people: '' }, 'people'],
    ['not seen, and no reason', { 'seen-2': 'not-seen' }, 'why-2'],
    ['the child of the page left out', { 'seen-1': 'not-visited' }, 'seen-1'],
    ['an answer that was not offered', { 'seen-1': 'often' }, 'seen-1'],
  ])('%s', (_, more, box) => {
    const read = readVisitForm({ ...typed, ...more }, asked, today);
    expect(read.visit).toBe(null);
    expect(read.faults.map(({ field }) => field)).toEqual([box]);
  });
});

test.each([
  ['', null],
  ['15:30', '15:30'],
  ['1530', '15:30'],
  ['3.30pm', '15:30'],
  ['3 pm', '15:00'],
  ['12am', '00:00'],
  ['12.05 p.m.', '12:05'],
  ['9:05', '09:05'],
  ['24:00', 'fault'],
  ['15', 'fault'],
  ['3:60pm', 'fault'],
  ['13pm', 'fault'],
  ['after school', 'fault'],
])('the time %s is %s', (text, expected) => expect(readTime(text)).toBe(expected));
