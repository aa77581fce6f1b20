import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/project-root.ts';

/** A program of ours that a test started and listens to. */
export type Watched = {
  readonly pid: number;
  /** All that it said so far. */
  out(): string;
  err(): string;
  /** Waits for words on standard output; fails with all that was said after `seconds`. */
  says(words: RegExp, seconds?: number): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
  /** The exit code, or the name of the signal that ended it. */
  ended(): Promise<number | string>;
};

/** Runs one of the built files with this very Node. */
export function watch(
  file: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  prefix: readonly string[] = [],
): Watched {
  const [program = '', ...rest] = [...prefix, process.execPath, path.join(projectRoot(), file), ...words];
  return watching(spawn(program, rest, { env: cleanEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** The environment of the test run, without what would lead a program of ours elsewhere. */
export function cleanEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATA_DIR, PORT, DATABASE_URL, DATABASE_APP_URL, SIGHTLINE_TODAY, NODE_ENV, VITEST, ...env } = process.env;
  return { ...env, ...more };
}

export function watching(child: ChildProcess): Watched {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    child.once('error', (fault) => resolve(fault.message));
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    pid: child.pid ?? 0,
    out: () => said.out,
    err: () => said.err,
    says: async (words, seconds = 30) => {
      for (let waited = 0; ; waited += 20) {
        const found = words.exec(said.out);
        if (found) return found;
        if (over || waited > seconds * 1000) throw new Error(`${words} was not said.\n${said.out}\n${said.err}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    signal: (name) => {
      child.kill(name);
    },
    ended: () => ended,
  };
}

/** A new folder with a space in its name, which the account of PostgreSQL can reach when we are root. */
export function roomyFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `sightline ${name} `));
  chmodSync(folder, 0o755);
  return folder;
}

/** The PostgreSQL servers (not their children) that run on a data folder. */
export function serversOf(dataFolder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return (command[0] ?? '').endsWith('/postgres') && (command[2] ?? '').startsWith(dataFolder);
      } catch {
        return false; // it ended while we looked
      }
    })
    .map(Number);
}
