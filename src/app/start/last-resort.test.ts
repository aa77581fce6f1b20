import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { logTo } from '../../platform/log/log.ts';
import { lastResort } from './last-resort.ts';

function watched() {
  const lines: string[] = [];
  const codes: number[] = [];
  const emitter = new EventEmitter();
  lastResort(emitter, logTo({ write: (line) => lines.push(line) }), (code) => codes.push(code));
  return { emitter, lines, codes };
}

test('a promise that failed unseen is told to the log without names, and the house goes on', () => {
  const { emitter, lines, codes } = watched();
  emitter.emit('unhandledRejection', new Error('could not read "Ada Byron"'));
  expect([lines.length, codes]).toEqual([1, []]);
  expect(lines[0]).toContain('"event":"process.promise-failed"');
  expect(lines[0]).not.toContain('Byron');
});

test('after anything else the house ends, and what it was stands in the log', () => {
  const { emitter, lines, codes } = watched();
  emitter.emit('uncaughtException', new TypeError('of "Ada Byron"'));
  expect([lines.length, codes]).toEqual([1, [1]]);
  expect(lines[0]).toMatch(/"event":"process.fault","kind":"TypeError"/);
  expect(lines[0]).not.toContain('Byron');
});
