import type { VNode } from 'preact';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Clock } from '../clock/house-clock.ts';
import type { Database, Identity } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { KeptForms } from './kept-form.ts';
import type { Entering, House, Opened, Page, PermissionName, SignedIn, Typed } from './page.ts';
import type { Serving } from './serving.ts';

/** One line of the access log. It holds ids and fixed words, never a name. */
export type AccessLine = {
  readonly at: Instant;
  readonly person: Id;
  readonly event: string;
  readonly outcome: 'shown' | 'done' | 'refused' | 'not-found' | 'not-permitted';
  readonly children: readonly Id[];
  /** What the person is to the child whose page it is, as the gate found; null for lists, and where nothing was opened. */
  readonly relation: string | null;
  /** The opening with a reason by which it was opened. */
  readonly opening: Id | null;
  /** What was taken away; null for what was looked at. */
  readonly what: 'export' | null;
};

/** What the gate says of one person and one child: the child is named by its identity, whatever id was asked for. */
export type Gate =
  | (Opened & { readonly is: 'open'; readonly opening: Id | null })
  | { readonly is: 'ask'; readonly child: Id }
  | { readonly is: 'hidden'; readonly child: Id }
  | { readonly is: 'nobody' };

/** What an answer carries: a page, or a file in one piece. */
export type Content = string | Buffer;

/** What is about to leave the house, for whom (with the child whom the gate has opened), and what they typed themselves to get it. */
export type Leaving = {
  /** Makes it. All that it can give has been read before; what may not leave is asked between the two. */
  readonly content: () => Content;
  /** The media type; none for a page. */
  readonly type?: string;
  /** What is new in every answer and no words of the record: the nonce, and the token of its forms. */
  readonly passing: readonly string[];
  readonly identity: Identity;
  readonly typed: readonly string[];
};

/** What somebody is about to write about a child, before its page sees it. */
export type AboutToWrite = {
  readonly db: Database;
  readonly identity: Identity;
  readonly house: House;
  readonly csrf: string;
  /** Where the form is sent again. */
  readonly url: string;
  readonly typed: Typed;
  readonly meantForPlaces: readonly string[];
};

/** What the house says when it cannot answer as asked. Every one is a whole page. */
export type Notices = {
  readonly notFound: (house: House) => VNode;
  readonly notAllowed: (house: House) => VNode;
  /** The form was opened under another sign-in, or too long ago. */
  readonly staleForm: (house: House) => VNode;
  readonly fault: (house: House, status: number, reference: string) => VNode;
};

/** What the server needs to know of the house; `src/app` hands it over. */
export type WebOptions = {
  readonly pages: readonly Page[];
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Stylesheets and scripts, served under `/assets/`. */
  readonly assets: string;
  /** Where files that come with forms wait; on the disk of the data folder. */
  readonly uploads: string;
  readonly notices: Notices;
  /** Whose session this is; undefined when it ended, or its person may no longer sign in. */
  readonly personOf: (session: string) => Promise<SignedIn | Entering | undefined>;
  readonly endSession: (session: string) => Promise<void>;
  /** How it stands in the network; on this machine alone unless told. */
  readonly serving?: Serving;
  /** How many pages one session is given in a minute; without it they are not counted. */
  readonly pagesPerMinute?: number;
  /** What becomes of a form that arrives when its session has ended. Without it nothing of it is kept. */
  readonly keptForms?: KeptForms;
  readonly may: (person: SignedIn, permission: PermissionName) => boolean;
  /** Judges whether this person may open the record that has this book. Asked before a page about a child is handled. */
  readonly gate: (person: SignedIn, book: Id) => Promise<Gate>;
  /** Looks at the words of every form that changes something: a page that asks its writer to look at them again, or nothing. */
  readonly lookAtWords?: (writing: AboutToWrite) => Promise<VNode | undefined>;
  /** The last look at what leaves: answers what may go, or throws, and then nothing goes. */
  readonly lastCheck: (leaving: Leaving) => Promise<Content>;
  /** Every permission that some role has: a page that needs another one could never be opened. */
  readonly grantable: ReadonlySet<string>;
  /** Writes the line in its own transaction. The answer waits for it. */
  readonly keepAccess: (line: AccessLine) => Promise<void>;
  readonly face: () => Promise<Pick<House, 'council' | 'colour' | 'mark' | 'trial'>>;
  readonly nav: (person: SignedIn) => House['nav'];
  /** The person's role in words, for the head of the page. */
  readonly roleOf: (person: SignedIn) => string | null;
};

/** Where somebody without a relation gives a reason to open a child’s record. */
export const askPath = (child: Id): string => `/children/${child}/ask`;
export const SIGN_IN = '/sign-in';
export const SIGN_OUT = '/sign-out';
/** Where whoever is half-way through signing in goes on. */
export const SECOND_FACTOR = '/second-factor';
