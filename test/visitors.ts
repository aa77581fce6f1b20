import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Council, readCouncil } from '../src/app/house-mark.ts';
import { doorOf } from '../src/app/web/door-of-house.ts';
import { houseWeb } from '../src/app/web/house-web.ts';
import { accessPages } from '../src/modules/access/module.ts';
import { realClock } from '../src/platform/clock/house-clock.ts';
import type { Database } from '../src/platform/database/database.ts';
import type { Web } from '../src/platform/http/web.ts';
import { keyringOf, newMasterKey } from '../src/platform/keys/keyring.ts';
import type { Log } from '../src/platform/log/log.ts';

export type FrontDoor = { readonly web: Web; close(): Promise<void> };

/** The pages through which people come in, over a database that is somebody's. */
export async function frontDoor(db: Database, log: Log = () => {}): Promise<FrontDoor> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'sightline-front-door-'));
  const council = (await readCouncil(db)) as Council;
  const behind = { db, clock: realClock(), council, log, keys: keyringOf([newMasterKey()]) };
  const web = await houseWeb({ ...behind, pages: accessPages(doorOf(behind)), dataFolder });
  return {
    web,
    close: async () => {
      await web.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A browser without scripts: it keeps its cookies and sends the token of the last form. */
export function visitorOf(web: Web) {
  const jar = new Map<string, string>();
  let token = '';
  const ask = async (url: string, fields?: Record<string, string>) => {
    const answer = await web.inject({
      method: fields ? 'POST' : 'GET',
      url,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { payload: new URLSearchParams({ _csrf: token, ...fields }).toString() } : {}),
    });
    for (const { name, value } of answer.cookies) value === '' ? jar.delete(name) : jar.set(name, value);
    token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token;
    return { status: answer.statusCode, to: answer.headers.location, body: answer.body };
  };
  return { get: (url: string) => ask(url), post: ask, signedIn: () => jar.has('sightline-session') };
}
