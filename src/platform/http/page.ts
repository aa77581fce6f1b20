import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Database, Identity, Tx } from '../database/database.ts';
import type { Answer } from './answer.ts';
import type { Upload } from './upload.ts';

/** Whoever is signed in, as of this request: a right that was taken away is gone with the next one. */
export type SignedIn = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** The session in which they ask, and when it began by the machine's clock; absent where nobody uses a browser. */
  readonly session?: { readonly id: Id; readonly startedAt: Instant };
};

/** Somebody whose first proof was right and who still has to prove a second factor, or to set one up. Nothing else opens to them. */
export type Entering = SignedIn & { readonly awaits: 'second-factor' | 'set-up' };

/** What every page prints round its content. */
export type House = {
  readonly council: string;
  readonly colour: string | null;
  readonly mark: 'invented' | 'real';
  /** The database holds files that were loaded for trial. */
  readonly trial: boolean;
  readonly nonce: string;
  readonly person: { readonly name: string; readonly role: string | null } | null;
  readonly nav: readonly { readonly text: string; readonly href: string }[];
  readonly signOut: { readonly action: string; readonly csrf: string } | null;
};

/** What somebody typed into a form, as it came: to be shown again beside what is wrong with it. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The field is the `id` of the box; the text is a sentence beside it. */
export type FieldFault = { readonly field: string; readonly text: string };

/** A form that was understood, or what to say about it. Either way nothing typed is lost. */
export type Form<Body> =
  | { readonly ok: true; readonly value: Body; readonly typed: Typed }
  | { readonly ok: false; readonly faults: readonly FieldFault[]; readonly typed: Typed };

/** The child whom the gate opened for this request: the identity, its books, and by which relation. */
export type Opened = { readonly child: Id; readonly books: readonly Id[]; readonly relation: string };

/** What a page is asked. `now` and `today` are the clock of this database. */
export type PageRequest<Params = unknown, Query = unknown, Body = unknown, Person = SignedIn> = {
  readonly params: Params;
  readonly query: Query;
  /** The form: understood by the page's `body` schema, or with the faults to show. Without a schema `value` is what was typed. */
  readonly body: Form<Body>;
  /** The first file of the form. */
  readonly upload: Upload | undefined;
  /** All its files, in the order in which they were chosen. */
  readonly uploads: readonly Upload[];
  readonly person: Person;
  /** Whoever is half-way through signing in; `person` is undefined then. */
  readonly entering: Entering | undefined;
  readonly identity: Identity;
  /** Set on every page that is about one child; of several it is the first. */
  readonly opened: Opened | undefined;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly db: Database;
  /** To be sent as the field `_csrf` by every form that posts. */
  readonly csrf: string;
  readonly house: House;
  /** Path and query as asked. */
  readonly url: string;
  /** The network address that asks, to slow down guessing. */
  readonly from: string;
  /** What the browser says of itself; empty when it says nothing. */
  readonly agent: string;
  /** Where this house is reached, as the browser sees it: `https://sightline.council.example`. */
  readonly origin: string;
};

/** What a role must allow, `thing:deed`. Start-up fails when no role has it. */
export type PermissionName = `${string}:${string}`;

/** The event that the access log keeps, `thing.deed`; or why this page has nothing to keep. */
export type Audit = `${string}.${string}` | { readonly none: string };

/**
 * Whose record a page opens. `child`: that of the `:child` of its path, which the gate judges before anything is read.
 * `children`: some of many; the page shows those whom its reader may open, and says how many it does not show. `nobody`: no
 * child's record. A function: the child whom the parameters lead to, or none.
 */
export type About =
  | 'child'
  | 'children'
  | 'nobody'
  | ((tx: Tx, params: Readonly<Record<string, string>>) => Promise<readonly Id[]>);

type Slice<Params, Query, Body> = {
  /** `get` unless told. A form that posts carries the session's token. */
  readonly method?: 'get' | 'post';
  readonly path: `/${string}`;
  readonly audit: Audit;
  /** A path that does not fit is not found. */
  readonly params?: z.ZodType<Params>;
  /** A query that does not fit is not found; use `.catch` in the schema to be kinder. */
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** Boxes in which an address or a number is meant to be typed: of every other box the words are looked at. */
  readonly meantForPlaces?: readonly string[];
  /** The form carries a file, of at most so many bytes; or at most so many of them. */
  readonly upload?: { readonly field: string; readonly limitBytes: number; readonly files?: number };
};

export type PageDefinition<Params, Query, Body> = Slice<Params, Query, Body> & {
  readonly permission: PermissionName;
  readonly about: About;
  readonly handle: (request: PageRequest<Params, Query, Body>) => Promise<Answer>;
};

export type OpenPageDefinition<Params, Query, Body> = Slice<Params, Query, Body> & {
  readonly handle: (request: PageRequest<Params, Query, Body, SignedIn | undefined>) => Promise<Answer>;
};

/** A page as the server holds it, whatever its parameters are. `permission` is null on pages that are open to visitors. */
export type Page = Slice<unknown, unknown, unknown> & {
  readonly permission: PermissionName | null;
  readonly about: About;
  readonly handle: (request: PageRequest<never, never, never, never>) => Promise<Answer>;
};

/**
 * Does the house look at the words of this form before the page has them? At every one that changes something, whoever it is
 * about: a reason may give a protected place as well as a visit may. Signing in, drafts and files are let be.
 */
export const wordsAreLookedAt = ({ method, permission, audit, upload }: Page): boolean =>
  method === 'post' && permission !== null && typeof audit === 'string' && !upload;

/** A page for people who are signed in and whose role allows it. Without a permission, an audit and whose record it opens it does not compile. */
export const page = <Params = unknown, Query = unknown, Body = Typed>(
  definition: PageDefinition<Params, Query, Body>,
): Page => definition as unknown as Page;

/** A page that anybody may open: signing in, and what must work before it. */
export const openPage = <Params = unknown, Query = unknown, Body = Typed>(
  definition: OpenPageDefinition<Params, Query, Body>,
): Page => ({ ...definition, permission: null, about: 'nobody' }) as unknown as Page;
