import { parseArgs } from 'node:util';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import { email } from '../../modules/access/public.ts';

/** What `npm start` was told: nothing, for an invented database; or whose empty real one to make or open. */
export type StartOptions = { readonly council: string | undefined; readonly admin: string; readonly help: boolean };

/** Who may first sign in where nobody said: they choose their password by the link that the start prints. */
const FIRST_ADMIN = 'administrator@localhost';

export const START_USAGE = 'npm start [-- --council NAME [--admin EMAIL]]';

/** Reads what follows `npm start --`. The refusal is a sentence. */
export function readStartOptions(typed: readonly string[]): Result<StartOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...typed],
      options: { council: { type: 'string' }, admin: { type: 'string' }, help: { type: 'boolean' } },
    });
    const admin = email(values.admin ?? FIRST_ADMIN);
    if (!admin) return refused('--admin must be an e-mail address.');
    if (values.council?.trim() === '') return refused('--council must be a name.');
    return accepted({ council: values.council?.trim(), admin, help: values.help === true });
  } catch {
    return refused(`Used like this: ${START_USAGE}`);
  }
}
