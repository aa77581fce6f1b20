import path from 'node:path';
import { mayDo, PERMISSIONS, ROLE_NAMES, rolesInWords } from '../../modules/access/public.ts';
import { keepAccess } from '../../modules/access/store/access-log/access-log.ts';
import { judge } from '../../modules/access/store/gate.ts';
import { endSession, personOfSession } from '../../modules/access/store/session-store.ts';
import type { Clock } from '../../platform/clock/house-clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Page } from '../../platform/http/page.ts';
import type { Serving } from '../../platform/http/serving.ts';
import { createWeb, type Web } from '../../platform/http/web.ts';
import type { Keyring } from '../../platform/keys/keyring.ts';
import type { Log } from '../../platform/log/log.ts';
import { projectRoot } from '../../platform/project-root.ts';
import { type Council, HOUSE, holdsTrialFiles } from '../house-mark.ts';
import { keptForms } from './kept-forms.ts';
import { lastLook } from './last-look.ts';
import { lookAtWords } from './look-at-words.ts';
import { navigationFor } from './navigation.ts';
import { notices } from './notices.tsx';

export type HouseWeb = {
  readonly db: Database;
  readonly clock: Clock;
  readonly council: Council;
  readonly log: Log;
  readonly pages: readonly Page[];
  /** The folder of this installation's own files; uploads wait below it. */
  readonly dataFolder: string;
  /** Seal a form that arrives when its session has ended. Without them nothing of it is kept. */
  readonly keys?: Keyring;
  readonly serving?: Serving;
  /** How many pages one session is given in a minute; without it they are not counted. */
  readonly pagesPerMinute?: number;
};

/** The web server with the house round it: who may sign in, what their roles allow, what every page says of the database. */
export function houseWeb(house: HouseWeb): Promise<Web> {
  const { db, clock, council, log, pages, dataFolder, keys, serving, pagesPerMinute } = house;
  return createWeb({
    pages,
    db,
    clock,
    log,
    assets: path.join(projectRoot(), 'dist/public'),
    uploads: path.join(dataFolder, 'uploads'),
    notices,
    personOf: (session) => personOfSession(db, session),
    endSession: (session) => endSession(db, session),
    ...(serving ? { serving } : {}),
    ...(pagesPerMinute ? { pagesPerMinute } : {}),
    ...(keys ? { keptForms: keptForms(db, keys, pages) } : {}),
    may: (person, permission) => mayDo(person.roles, permission),
    gate: (person, book) => judge(db, person, book),
    lookAtWords,
    lastCheck: lastLook(db, log),
    grantable: new Set(PERMISSIONS.filter((each) => mayDo(ROLE_NAMES, each))),
    keepAccess: ({ person, ...line }) => keepAccess(db, { person, purpose: 'request' }, line),
    face: async () => ({
      council: council.name,
      colour: null,
      mark: council.mark,
      trial: council.mark === 'invented' && (await db.as(HOUSE, holdsTrialFiles)),
    }),
    nav: (person) => navigationFor(person.roles),
    roleOf: (person) => rolesInWords(person.roles),
  });
}
