import { runCommandLine } from '../src/app/cli/cli.ts';
import type { FreshDatabase } from './fresh-database.ts';

/** One command line, run in this process: its exit code and all that it said. `isRead` is asked after each piece. */
export async function commandLine(env: NodeJS.ProcessEnv, words: readonly string[], isRead = () => true) {
  const said = { out: '', err: '' };
  const code = await runCommandLine(words, {
    env,
    out: async (text: string) => {
      said.out += text;
      return isRead();
    },
    err: (text) => {
      said.err += text;
    },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

/** Tells a command line where this database is. */
export const envOf = ({ ownerUrl, appUrl }: FreshDatabase): NodeJS.ProcessEnv => ({
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
});
