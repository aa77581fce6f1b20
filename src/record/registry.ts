import { Protected } from '../kernel/protected.ts';
import type { EntryType } from './entry.ts';
import { recordEntryTypes } from './record-entries.ts';

/** Every type and version of entry that the house can read, by `type@version`. */
export type EntryRegistry = {
  readonly types: ReadonlyMap<string, EntryType>;
  /** The newest version of each type. */
  readonly newest: ReadonlyMap<string, number>;
};

/** A version and all before it, which it names one by one. */
const withEarlier = (type: EntryType): EntryType[] => [...(type.was ? withEarlier(type.was) : []), type];

export const nameOf = (type: string, version: number): string => `${type}@${version}`;

/**
 * Puts the modules' entry types, and the record's own, into one registry. Throws when a version is there twice, when one
 * is missing between the first and the newest, or when an older one has no way to the next.
 */
export function registryOf(types: readonly EntryType[]): EntryRegistry {
  const all = new Map<string, EntryType>();
  const newest = new Map<string, number>();
  for (const each of [...recordEntryTypes, ...types].flatMap(withEarlier)) {
    const name = nameOf(each.type, each.version);
    if (all.has(name)) throw new Error(`The entry type ${name} is defined twice.`);
    all.set(name, each);
    newest.set(each.type, Math.max(each.version, newest.get(each.type) ?? 0));
  }
  for (const [type, last] of newest)
    for (let version = 1; version < last; version += 1)
      if (!all.get(nameOf(type, version))?.upcast)
        throw new Error(`The entry type ${nameOf(type, version)} has no way to version ${version + 1}.`);
  return { types: all, newest };
}

/** The type of an entry. Throws when the house does not know it: an entry is never read by guesswork. */
export function typeOf(registry: EntryRegistry, type: string, version: number): EntryType {
  const found = registry.types.get(nameOf(type, version));
  if (!found) throw new Error(`No module knows the entry type ${nameOf(type, version)}.`);
  return found;
}

/** The names of all fields that hold a protected text in some type: where their words stand outside an entry, the names are all there is. */
export const guardedFields = ({ types }: EntryRegistry): ReadonlySet<string> =>
  new Set([...types.values()].flatMap(({ guarded = [] }) => guarded));

/**
 * Data of any released version as the newest version has it, with protected texts as values that cannot print. What is stored
 * is never changed.
 */
export function upcast(registry: EntryRegistry, type: string, version: number, data: unknown): unknown {
  const last = registry.newest.get(type) ?? version;
  let current = data;
  for (let from = version; from < last; from += 1) {
    const raise = typeOf(registry, type, from).upcast as ((data: unknown) => unknown) | undefined;
    if (!raise) throw new Error(`The entry type ${nameOf(type, from)} has no way to version ${from + 1}.`);
    current = raise(current);
  }
  const guarded = registry.types.get(nameOf(type, last))?.guarded;
  return guarded ? withGuard(current, guarded) : current;
}

/** A field that holds no text is not said, and says so openly. */
function withGuard(data: unknown, guarded: readonly string[]): unknown {
  const fields = { ...(data as Record<string, unknown>) };
  for (const field of guarded) if (typeof fields[field] === 'string') fields[field] = Protected.of(fields[field]);
  return fields;
}

/** Data as its type's schema has it. Throws when it does not fit, naming the places but not the words: the writer has a fault. */
export function parseData(type: EntryType, data: unknown): unknown {
  const parsed = type.data.safeParse(data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'} (${issue.code})`);
  throw new Error(`The data of an entry ${nameOf(type.type, type.version)} does not fit: ${where.join(', ')}`);
}
