import { sql } from 'kysely';
import { unlawfulLiterals, watchedLiterals } from '../../modules/protected-words.ts';
import type { Database } from '../../platform/database/database.ts';
import { readableText } from '../../platform/http/last-check.ts';
import type { Content, Leaving, WebOptions } from '../../platform/http/web-options.ts';
import type { Log } from '../../platform/log/log.ts';
import { LookedThrough } from './looked-through.ts';

/** Stands behind every page: it does not know what the page meant to show, and lets no protected place out that its reader may not see. */
export class ProtectedWordsStopped extends Error {
  constructor() {
    super('An answer gave a protected address or number that its reader may not see; it was stopped.');
    this.name = 'ProtectedWordsStopped';
  }
}

/**
 * The last look at what leaves. Throws for what gives a protected place, after an alarm in the log and a row for whoever answers
 * for data protection: then nothing leaves. Throws, too, when it cannot look.
 */
export function lastLook(db: Database, log: Log): WebOptions['lastCheck'] {
  const lookedThrough = new LookedThrough();
  return async ({ content, type, passing, identity, typed }) => {
    const watched = await db.as(identity, watchedLiterals);
    const whole = content();
    if (watched === null) return whole;
    const { list, keysIn } = watched;
    const look = async (part: Content) => keysIn(await readableText(part, type));
    const isPage = typeof whole === 'string' && type === undefined;
    const keys = isPage ? await lookedThrough.keysIn(whole, { list, passing, look }) : await look(whole);
    if (keys.size === 0) return whole;
    const places = await db.as(identity, (tx) => unlawfulLiterals(tx, keys, typed));
    if (places === 0) return whole;
    log('protected.stopped', { person: identity.person, book: identity.opened?.books[0], places });
    await keepStopped(db, identity, places);
    throw new ProtectedWordsStopped();
  };
}

const keepStopped = (db: Database, identity: Leaving['identity'], places: number): Promise<unknown> =>
  db.as(identity, (tx) =>
    sql`insert into people.literal_stopped (person, book, places)
      values (${identity.person}, ${identity.opened?.books[0] ?? null}, ${places})`.execute(tx),
  );
