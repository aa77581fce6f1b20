import { expect, test } from 'vitest';
import { mustBeDate } from '../../../../../kernel/local-date.ts';
import { logQuery, readLogQuestion } from './log-question.ts';

const today = mustBeDate('2026-03-31');
const ada = '00000000-0000-4000-8000-0000000000a1';
const boxes = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const asked = (query: Record<string, unknown>) => {
  const { from, until, person, faults } = readLogQuestion(query, today);
  return { from, until, person, faults: faults.map(({ text }) => text) };
};

test('nothing asked shows everybody in the last seven days', () => {
  expect(asked({})).toEqual({ from: '2026-03-25', until: '2026-03-31', person: null, faults: [] });
});

test('days and a person are read, and go into a link and back', () => {
  const question = asked({ ...boxes('from', '2026-02-01'), ...boxes('until', '2026-02-28'), person: ada });
  expect(question).toEqual({ from: '2026-02-01', until: '2026-02-28', person: ada, faults: [] });
  expect(
    asked(Object.fromEntries(new URLSearchParams(logQuery(readLogQuestion({ person: ada }, today))))),
  ).toMatchObject({
    from: '2026-03-25',
    person: ada,
  });
});

test('what cannot be asked is said, and the last seven days are shown', () => {
  const wrong = asked({ ...boxes('from', '2026-03-20'), ...boxes('until', '2026-03-10'), person: 'x' });
  expect(wrong).toEqual({
    from: '2026-03-25',
    until: '2026-03-31',
    person: null,
    faults: ['The last day must not be before the first'],
  });
  expect(asked(boxes('until', '2026-04-01')).faults[0]).toContain('must not be after today');
  expect(asked(boxes('from', '2025-03-01')).faults).toEqual(['Ask for at most 92 days at once']);
});
