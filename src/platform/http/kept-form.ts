import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Id } from '../../kernel/id.ts';
import { type Instant, instantOf, millisecondsOf } from '../../kernel/instant.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { House, Page, Typed } from './page.ts';
import { type ReadForm, readForm } from './read-form.ts';
import type { Visit } from './visit.ts';
import type { WebOptions } from './web-options.ts';

/** A form that arrived when its session had ended: what was typed, for whom, and where it goes. */
export type KeptForm = {
  readonly path: string;
  readonly person: Id;
  /** By the machine's clock. */
  readonly at: Instant;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** What the house does with such a form; `src/app` hands it over. */
export type KeptForms = {
  readonly keys: Keyring;
  /** Who was given the form that carries this token, in a session that goes on or has ended. */
  readonly ownerOf: (token: string) => Promise<Id | undefined>;
  /** The sign-in page, carrying the sealed words; without them when they were too many. */
  readonly signIn: (shown: { house: House; csrf: string; kept: string | undefined }) => VNode;
  /** The page from which the same words are sent again. */
  readonly sendAgain: (shown: { house: House; csrf: string; form: KeptForm }) => VNode;
};

/** Characters of a form that are carried over a sign-in. */
const LONGEST = 200_000;
const HOURS = 24;
/** Never carried, not even sealed. */
const SECRET_FIELD = /passw|secret|^code$|^_csrf$|^kept$/i;

/** A form of somebody whose session has ended: the page to sign in again, with the words sealed in it; undefined when it is nobody's. */
export async function keepLateForm(
  options: WebOptions,
  page: Page,
  request: FastifyRequest,
  visit: Visit,
): Promise<VNode | undefined> {
  const { keptForms } = options;
  if (page.method !== 'post' || !keptForms || !isFromPage(request)) return undefined;
  const form = await readForm(request, page.upload, options.uploads, () => false);
  const kept = await keptOf(keptForms, request, visit, form);
  if (!kept) return undefined;
  visit.bindForm();
  const sealed = JSON.stringify(kept).length > LONGEST ? undefined : sealForm(keptForms.keys, kept);
  return keptForms.signIn({ house: visit.house, csrf: visit.csrf, kept: sealed });
}

/** A form of an earlier session of whoever is signed in now: the page that sends it again; undefined when it is somebody else's. */
export async function showStaleForm(
  { keptForms }: WebOptions,
  request: FastifyRequest,
  visit: Visit,
  form: ReadForm,
): Promise<VNode | undefined> {
  if (!keptForms || !visit.person || !isFromPage(request)) return undefined;
  const kept = await keptOf(keptForms, request, visit, form);
  if (kept?.person !== visit.person.id) return undefined;
  return keptForms.sendAgain({ house: visit.house, csrf: visit.csrf, form: kept });
}

/** A script that keeps drafts says itself that nobody is signed in any more. */
const isFromPage = ({ headers }: FastifyRequest): boolean => !/application\/json/.test(headers.accept ?? '');

async function keptOf(
  keptForms: KeptForms,
  request: FastifyRequest,
  visit: Visit,
  { token, typed }: ReadForm,
): Promise<KeptForm | undefined> {
  const fields = fieldsOf(typed);
  if (!token || !visit.fromOurPage || fields.length === 0) return undefined; // a button alone is pressed again
  const person = await keptForms.ownerOf(token);
  return person && { path: request.url, person, at: instantOf(Date.now()), fields };
}

/** What was typed, field by field, without what must not be kept. */
export const fieldsOf = (typed: Typed): [string, string][] =>
  Object.entries(typed)
    .filter(([name]) => !SECRET_FIELD.test(name))
    .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]));

export const sealForm = (keys: Keyring, form: KeptForm): string => keys.seal('kept-form', JSON.stringify(form));

/** The form again, for the person who wrote it and nobody else, within a day; else undefined. */
export function openForm(keys: Keyring, sealed: string, person: Id, now: number = Date.now()): KeptForm | undefined {
  const text = keys.open('kept-form', sealed);
  if (text === undefined) return undefined;
  const form = JSON.parse(text) as KeptForm; // sealed by us: what opens is what we wrote
  const fresh = now - millisecondsOf(form.at) < HOURS * 3_600_000;
  return fresh && form.person === person && /^\/(?![/\\])/.test(form.path) ? form : undefined;
}
