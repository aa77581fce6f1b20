import type { Tx } from '../../../../platform/database/database.ts';
import { isPersonId } from '../../core/access-log/log-person.ts';
import { personNames } from '../../store/person-names.ts';

/** Says who a line of the log is of. The log keeps ids; the name is looked up when it is read. */
export type NameOf = (person: string) => string;

/** The names of everybody who stands on some lines. A job or an import has its own name; a person who is no longer known keeps the id. */
export async function namesOnLines(tx: Tx, lines: readonly { readonly person: string }[]): Promise<NameOf> {
  const people = [...new Set(lines.map(({ person }) => person))];
  const names = await personNames(tx, people.filter(isPersonId));
  return (person) =>
    names.get(person) ?? (isPersonId(person) ? `Person ${person.slice(0, 8)}` : `Sightline: ${person}`);
}
