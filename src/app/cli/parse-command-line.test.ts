import { expect, test } from 'vitest';
import { command, done } from './command.ts';
import { parseCommandLine, usageOf } from './parse-command-line.ts';

const explain = command({
  name: 'explain',
  takes: 'CHILD [DUTY]',
  about: 'Says why.',
  options: { on: { kind: 'text', about: 'a day' }, quick: { kind: 'flag', about: 'less' } },
  needs: 'person',
  permission: 'child:read',
  run: async () => done(null, []),
});
const load = command({
  name: 'import census',
  takes: 'FILE…',
  about: 'Loads.',
  options: { role: { kind: 'texts', about: 'several' } },
  needs: 'house',
  run: async () => done(null, []),
});
const parse = (...typed: string[]) => parseCommandLine([explain, load], typed);

test('options stand anywhere', () => {
  for (const typed of [
    ['explain', 'c1', 'FD-4', '--on', '2026-03-31', '--json', '--as', 'a@b'],
    ['--json', '--as=a@b', 'explain', '--on=2026-03-31', 'c1', 'FD-4'],
    ['--on', '2026-03-31', '--as', 'a@b', 'explain', 'c1', '--json', 'FD-4'],
  ])
    expect(parse(...typed)).toMatchObject({
      ok: true,
      value: {
        command: { name: 'explain' },
        words: ['c1', 'FD-4'],
        options: { on: '2026-03-31', quick: false },
        as: 'a@b',
        json: true,
      },
    });
});

test('names of two words, several words, several values', () => {
  expect(parse('import', '--role', 'a', 'census', 'x.xml', '--role', 'b', 'y.xml')).toMatchObject({
    ok: true,
    value: {
      command: { name: 'import census' },
      words: ['x.xml', 'y.xml'],
      options: { role: ['a', 'b'] },
      json: false,
    },
  });
  expect(parse('import', 'census', '--', '--odd.xml')).toMatchObject({ ok: true, value: { words: ['--odd.xml'] } });
});

test.each([
  [['explian', 'c1'], 'There is no command “explian c1”. Try --help.'],
  [['explain'], 'Used like this: sightline explain CHILD [DUTY] [--on DATE] [--quick]'],
  [['explain', 'a', 'b', 'c'], 'Used like this: sightline explain CHILD [DUTY] [--on DATE] [--quick]'],
  [['explain', 'a', '--off'], 'There is no option --off. Try --help.'],
  [['explain', 'a', '-x'], 'There is no option -x. Try --help.'],
  [['explain', 'a', '--role', 'b'], '“explain” has no option --role. Try sightline explain --help.'],
  [['explain', 'a', '--on'], 'The option --on needs a value.'],
  [['explain', 'a', '--on', '--json'], 'The option --on needs a value.'],
  [['explain', 'a', '--quick=yes'], 'The option --quick takes no value.'],
])('%j is wrong use', (typed, refusal) => {
  expect(parse(...typed)).toEqual({ ok: false, refusal });
});

test('help is asked for with a command or without, and forgives what is missing', () => {
  expect(parse('--help')).toMatchObject({ ok: true, value: { command: undefined, help: true } });
  expect(parse('explain', '--help')).toMatchObject({ ok: true, value: { command: { name: 'explain' }, help: true } });
  expect(parse('what', '--help')).toMatchObject({ ok: true, value: { command: undefined, help: true } });
  expect(usageOf(load)).toBe('sightline import census FILE… [--role ROLE]');
});
