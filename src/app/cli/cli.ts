import { faultForLog } from '../../platform/log/log.ts';
import { readStatute } from '../../statute/read-statute.ts';
import type { Statute } from '../../statute/statute.ts';
import { commands } from '../commands/commands.ts';
import { readConfig } from '../config.ts';
import type { Place } from '../place.ts';
import { type Asked, type BareContext, type Outcome, refusedWith, wrongUse } from './command.ts';
import { helpOf } from './help.ts';
import { type CommandLine, parseCommandLine } from './parse-command-line.ts';
import { runCommand } from './run-command.ts';

/** Where a run of the command line reads and writes; the process itself, or a test. */
export type Surroundings = {
  readonly env: NodeJS.ProcessEnv;
  /** May answer whether somebody still reads, once it is written. */
  readonly out: (text: string) => unknown;
  readonly err: (text: string) => void;
  /** Set off when the user interrupts. */
  readonly signal: AbortSignal;
  /** Told of the database once it is open, so that an interruption can leave it properly. */
  readonly onPlace?: (place: Place) => void;
};

const EXIT = { done: 0, bad: 1, refused: 1, 'wrong-use': 2 } as const;

/** Runs one command line. Answers the exit code: 0 done, 1 refused or found bad, 2 wrong use. Never throws. */
export async function runCommandLine(typed: readonly string[], around: Surroundings): Promise<number> {
  const line = parseCommandLine(commands, typed);
  if (!line.ok) return report(wrongUse(line.refusal), typed.includes('--json'), around);
  if (line.value.help || !line.value.command) return help(line.value, around);
  const outcome = await outcomeOf(line.value, around).catch((fault: unknown) => outcomeOfFault(fault, around));
  return report(outcome, line.value.json, around);
}

function help({ command, help: wanted }: CommandLine, { out, err }: Surroundings): number {
  const text = `${helpOf(commands, command).join('\n')}\n`;
  if (wanted) out(text);
  else err(text);
  return wanted ? 0 : EXIT['wrong-use'];
}

async function outcomeOf({ command, words, options, as }: CommandLine, around: Surroundings): Promise<Outcome> {
  const config = readConfig(around.env);
  if (!config.ok) return wrongUse(config.refusal.join('\n'));
  if (!command) throw new Error('a line without a command is answered with help');
  let statute: Statute | undefined;
  const bare: BareContext = {
    config: config.value,
    signal: around.signal,
    print: (text) => around.err(`${text}\n`),
    out: async (text) => (await around.out(text)) !== false,
    statute: () => {
      statute ??= readStatute();
      return statute;
    },
  };
  return runCommand(command, bare, { words, options } as Asked<never>, as, around.onPlace ?? (() => {}));
}

/** A fault that is a plain sentence of ours is said; of any other the log gets what holds no names. */
function outcomeOfFault(fault: unknown, { env, err }: Surroundings): Outcome {
  if (env.SIGHTLINE_DEBUG) err(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  const code = (fault as { code?: unknown }).code;
  if (fault instanceof Error && fault.constructor === Error && code === undefined && !fault.message.includes('\n'))
    return refusedWith(fault.message);
  if (code === 'ECONNREFUSED' || code === '28P01' || code === 'ENOTFOUND' || code === '3D000')
    return refusedWith('The database of DATABASE_URL does not answer, or does not let us in.');
  err(`${JSON.stringify(faultForLog(fault))}\n`);
  return refusedWith('There is a problem with Sightline: this is our fault, not yours. Nothing was half done.');
}

function report(outcome: Outcome, json: boolean, { out, err }: Surroundings): number {
  if ('sentence' in outcome) {
    err(`${outcome.sentence}\n`);
    if (json) out(`${JSON.stringify({ [outcome.is === 'refused' ? 'refused' : 'wrongUse']: outcome.sentence })}\n`);
  } else if (json) out(`${JSON.stringify(outcome.json)}\n`);
  else out(outcome.text.map((text) => `${text}\n`).join(''));
  return EXIT[outcome.is];
}
