import { expect, test } from 'vitest';
import { knownWords } from './fault-words.ts';
import { faultForLog, logTo } from './log.ts';

test('a line is one JSON value', () => {
  const lines: string[] = [];
  logTo({ write: (line) => lines.push(line) }, () => 0)('web.fault', { reference: 'k7', status: 500 });
  expect(lines).toEqual(['{"at":"1970-01-01T00:00:00.000Z","event":"web.fault","reference":"k7","status":500}\n']);
});

test('what a fault quotes does not reach the log', () => {
  const said = knownWords(
    'invalid date "ada byron" of Ada Byron (ada@example.org), Key (name)=(Ada Byron) born 2015-03-27',
  );
  expect(said).toBe('invalid date … of … Key name …');
  const fault = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), {
    code: '23505',
    detail: 'Key (email)=(ada@example.org) already exists.',
    constraint: 'person_email',
  });
  const logged = faultForLog(fault);
  expect(JSON.stringify(logged)).not.toContain('ada@');
  expect(logged).toMatchObject({ kind: 'Error', code: '23505', constraint: 'person_email' });
  expect(logged.place).toContain('log.test');
  expect(faultForLog('Ada')).toEqual({ kind: 'string' });
});
