import type { Command } from './command.ts';
import { COMMON_OPTIONS, optionIn, usageOf } from './parse-command-line.ts';

/** The lines of `--help`: of one command, or of all. */
export const helpOf = (commands: readonly Command[], command: Command | undefined): string[] =>
  command ? helpOfCommand(command) : helpOfAll(commands);

function helpOfCommand(command: Command): string[] {
  const common = Object.entries(COMMON_OPTIONS).filter(([name]) => name !== 'as' || command.needs === 'person');
  return [
    usageOf(command),
    '',
    command.about,
    '',
    ...table(
      [...Object.entries(command.options), ...common].map(([name, { kind, about }]) => [optionIn(name, kind), about]),
    ),
  ];
}

function helpOfAll(commands: readonly Command[]): string[] {
  return [
    'sightline COMMAND [options]',
    '',
    ...table(commands.map((command) => [[command.name, command.takes].filter(Boolean).join(' '), command.about])),
    '',
    ...table(Object.entries(COMMON_OPTIONS).map(([name, { kind, about }]) => [optionIn(name, kind), about])),
    '',
    'A command that reads or writes children works on behalf of a person (--as), and its use is logged.',
    'Settings: DATA_DIR, PORT, DATABASE_URL, SIGHTLINE_TODAY, SIGHTLINE_KEYS, and those of docs/how-to/running-it-safely.md.',
    'Exit codes: 0 done, 1 refused or found bad, 2 wrong use.',
  ];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
