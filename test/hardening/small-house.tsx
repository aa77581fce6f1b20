import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Id } from '../../src/kernel/id.ts';
import { redirect, refuse, render } from '../../src/platform/http/answer.ts';
import { bareOptions } from '../../src/platform/http/bare-options.fixture.tsx';
import { formToken } from '../../src/platform/http/form-token.ts';
import { openPage, type Page, page } from '../../src/platform/http/page.ts';
import { createWeb, type Web } from '../../src/platform/http/web.ts';
import type { AccessLine, WebOptions } from '../../src/platform/http/web-options.ts';

/** What the forms of the small house took in. */
export type Taken = { typed: Record<string, unknown>; files: { name: string; bytes: number; tooLarge: boolean }[] };

export type SmallHouse = {
  readonly web: Web;
  readonly taken: Taken[];
  readonly lines: AccessLine[];
  readonly logged: string[];
  /** Sessions that were ended. */
  readonly ended: string[];
  readonly uploads: string;
  close(): Promise<void>;
};

const open = { permission: 'child:read', audit: 'child.opened', about: 'nobody' } as const;
export const ADA = 'sightline-session=ada';
export const TOKEN = formToken('ada');
export const UPLOAD_LIMIT = 2000;
/** Stands beside the assets, where no address may reach. */
export const SECRET_BESIDE = 'not for anybody';

function pagesOf(taken: Taken[]): Page[] {
  return [
    page({ ...open, path: '/page', handle: async () => render(<p>page</p>) }),
    page({ ...open, path: '/redirect', handle: async () => redirect('/page') }),
    page({ ...open, path: '/managed', permission: 'people:manage', handle: async () => render(<p>managed</p>) }),
    page({
      ...open,
      path: '/file',
      query: z.object({ name: z.string().catch('report.csv') }),
      handle: async ({ query }) => ({ is: 'file', name: query.name, type: 'text/csv; charset=utf-8', content: 'a,b' }),
    }),
    page({ ...open, path: '/json', handle: async () => ({ is: 'json', value: { words: '</script>' } }) }),
    page({
      ...open,
      path: '/asked',
      query: z.object({ on: z.string() }),
      handle: async ({ query }) => render(<p>{query.on}</p>),
    }),
    page({
      ...open,
      path: '/broken',
      handle: async () => {
        throw new Error('select * from people.child where name = "Ada Byron"');
      },
    }),
    page({
      ...open,
      method: 'post',
      path: '/form',
      handle: async ({ body }) => {
        taken.push({ typed: { ...body.typed }, files: [] });
        return refuse(422, <p>{JSON.stringify(body.typed)}</p>);
      },
    }),
    page({
      ...open,
      method: 'post',
      path: '/upload',
      upload: { field: 'file', limitBytes: UPLOAD_LIMIT, files: 2 },
      handle: async ({ body, uploads }) => {
        taken.push({
          typed: { ...body.typed },
          files: uploads.map(({ name, bytes, tooLarge }) => ({ name, bytes, tooLarge })),
        });
        return render(<p>taken</p>);
      },
    }),
    page({ ...open, method: 'post', path: '/sign-out', handle: async () => ({ is: 'signed-out', to: '/sign-in' }) }),
    openPage({
      path: '/sign-in',
      audit: { none: 'nobody is known' },
      handle: async ({ csrf }) => render(<p>{csrf}</p>),
    }),
    openPage({
      method: 'post',
      path: '/sign-in',
      audit: { none: 'nobody is known' },
      handle: async () => ({ is: 'signed-in', session: 'fresh', to: '/page' }),
    }),
  ];
}

/** A server with one page for each kind of answer, and no database behind it. `ada` is signed in and may read. */
export async function smallHouse(more: Partial<WebOptions> = {}): Promise<SmallHouse> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-hardening-'));
  const taken: Taken[] = [];
  const lines: AccessLine[] = [];
  const logged: string[] = [];
  const ended: string[] = [];
  const assets = path.join(import.meta.dirname, '../../src/ui/browser');
  writeFileSync(path.join(folder, 'secret.txt'), SECRET_BESIDE);
  const web = await createWeb({
    ...bareOptions,
    pages: pagesOf(taken),
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
    assets,
    uploads: path.join(folder, 'uploads'),
    personOf: async (session) =>
      session === 'ada'
        ? { id: '00000000-0000-4000-8000-0000000000a1' as Id, name: 'Ada', email: 'ada@x.example', roles: [] }
        : undefined,
    endSession: async (session) => {
      ended.push(session);
    },
    may: (_person, permission) => permission === 'child:read',
    keepAccess: async (line) => {
      lines.push(line);
    },
    ...more,
  });
  const close = async () => {
    await web.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { web, taken, lines, logged, ended, uploads: path.join(folder, 'uploads'), close };
}

/** Sends a form as the signed-in person, with their token unless told otherwise. */
export const sendForm = (
  web: Web,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
  type = 'application/x-www-form-urlencoded',
) => web.inject({ method: 'POST', url, headers: { cookie: ADA, 'content-type': type, ...headers }, payload: body });
