import type { VNode } from 'preact';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Clock } from '../clock/house-clock.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { House, Page, PermissionName, SignedIn } from './page.ts';

/** One line of the access log. It holds ids and fixed words, never a name. */
export type AccessLine = {
  readonly at: Instant;
  readonly person: Id;
  readonly event: string;
  readonly outcome: 'shown' | 'done' | 'refused' | 'not-found' | 'not-permitted';
  readonly children: readonly Id[];
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
  readonly personOf: (session: string) => Promise<SignedIn | undefined>;
  readonly endSession: (session: string) => Promise<void>;
  readonly may: (person: SignedIn, permission: PermissionName) => boolean;
  /** Every permission that some role has: a page that needs another one could never be opened. */
  readonly grantable: ReadonlySet<string>;
  /** Writes the line in its own transaction. The answer waits for it. */
  readonly keepAccess: (line: AccessLine) => Promise<void>;
  readonly face: () => Promise<Pick<House, 'council' | 'colour' | 'mark' | 'trial'>>;
  readonly nav: (person: SignedIn) => House['nav'];
  /** The person's role in words, for the head of the page. */
  readonly roleOf: (person: SignedIn) => string | null;
};

export const SIGN_IN = '/sign-in';
export const SIGN_OUT = '/sign-out';
