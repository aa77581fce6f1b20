import { parseArgs } from 'node:util';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Command, OptionKind } from './command.ts';

/** Options that every command has. */
export const COMMON_OPTIONS = {
  as: { kind: 'text', about: 'the person on whose behalf, by e-mail address' },
  json: { kind: 'flag', about: 'print one JSON value on standard output, and everything else on standard error' },
  help: { kind: 'flag', about: 'say how a command is used' },
} as const;

export type CommandLine = {
  readonly command: Command | undefined;
  readonly words: readonly string[];
  /** Values of the command's own options, each present. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly as: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
};

/** Reads what was typed; options may stand anywhere. A refusal is a sentence for somebody who used it wrongly. */
export function parseCommandLine(commands: readonly Command[], typed: readonly string[]): Result<CommandLine, string> {
  const known = { ...Object.assign({}, ...commands.map(({ options }) => options)), ...COMMON_OPTIONS };
  const raw = readArguments(known, typed);
  if (!raw.ok) return raw;
  const { values, positionals } = raw.value;
  const command = commandOf(commands, positionals);
  const common = { as: textOf(values.as), json: values.json === true, help: values.help === true };
  if (!command) {
    if (positionals.length > 0 && !common.help)
      return refused(`There is no command “${positionals.slice(0, 2).join(' ')}”. Try --help.`);
    return accepted({ command, words: positionals, options: {}, ...common });
  }
  const words = positionals.slice(command.name.split(' ').length);
  const foreign = Object.keys(values).find((name) => !(name in COMMON_OPTIONS) && !(name in command.options));
  if (foreign) return refused(`“${command.name}” has no option --${foreign}. Try sightline ${command.name} --help.`);
  if (!common.help && !fits(command.takes, words.length)) return refused(`Used like this: ${usageOf(command)}`);
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { kind }]) => [
      name,
      values[name] ?? (kind === 'flag' ? false : kind === 'texts' ? [] : undefined),
    ]),
  );
  return accepted({ command, words, options, ...common });
}

/** `sightline explain CHILD [DUTY] [--on DATE]` */
export const usageOf = ({ name, takes, options }: Command): string =>
  ['sightline', name, takes, ...Object.entries(options).map(([option, { kind }]) => `[${optionIn(option, kind)}]`)]
    .filter(Boolean)
    .join(' ');

export const optionIn = (name: string, kind: OptionKind): string =>
  kind === 'flag' ? `--${name}` : `--${name} ${VALUE_WORDS[name] ?? name.toUpperCase()}`;

const VALUE_WORDS: Readonly<Record<string, string>> = {
  on: 'DATE',
  'known-at': 'INSTANT',
  as: 'EMAIL',
  admin: 'EMAIL',
  out: 'FILE',
  seal: 'FILE',
  council: 'NAME',
};

type Raw = { values: Record<string, unknown>; positionals: string[] };

function readArguments(known: Record<string, { kind: OptionKind }>, typed: readonly string[]): Result<Raw, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(known).map(([name, { kind }]) => [
          name,
          { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
        ]),
      ),
    });
    return accepted({ values: { ...values }, positionals });
  } catch (fault) {
    return refused(sentenceOf(fault as Error & { code?: string }));
  }
}

function sentenceOf({ code, message }: Error & { code?: string }): string {
  const option = /'(--?[\w-]+)/.exec(message)?.[1] ?? 'an option';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}. Try --help.`;
  return /argument missing|ambiguous/.test(message)
    ? `The option ${option} needs a value.`
    : `The option ${option} takes no value.`;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The command with the longest name that the words begin with. */
const commandOf = (commands: readonly Command[], words: readonly string[]): Command | undefined =>
  [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find(({ name }) => name.split(' ').every((word, i) => words[i] === word));

/** Does that number of words fit `CHILD [DUTY]` or `FILE…`? */
function fits(takes: string, count: number): boolean {
  const words = takes.split(' ').filter(Boolean);
  const least = words.filter((word) => !word.startsWith('[')).length;
  return count >= least && (takes.includes('…') || count <= words.length);
}
