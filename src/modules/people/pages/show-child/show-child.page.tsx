import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import { id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type SignedIn } from '../../../../platform/http/page.ts';
import { readAsked, type Times } from '../../../asked.ts';
import { childPath } from '../../../child-face.ts';
import type { Asked, ChildSection, ReadChild } from '../../../child-page.ts';
import { type LinksOfChild, ShowChildView } from './show-child.view.tsx';

/** What a page about one child is made with. */
export type ChildReading = {
  readonly times: (request: Pick<PageRequest, 'db' | 'identity' | 'now' | 'today'>) => Promise<Times>;
  /** By the id of any book of the child, or of its identity; null when there is none. */
  readonly read: (tx: Tx, child: Id, asked: Asked) => Promise<ReadChild | null>;
};

export const aChild = z.custom<Id>((text) => typeof text === 'string' && id(text) !== undefined);
/** Read by `readAsked`, which keeps what was typed and says what is wrong with it. */
export const anyQuery = z.record(z.string(), z.unknown());

/** Where this person may go on to from the child. */
export type LinksOf = (person: SignedIn, child: Id) => LinksOfChild;

export type MayOf = (person: SignedIn, permission: string) => boolean;

/** A child's page, as of any day. */
export const showChildPage = (
  reading: ChildReading,
  sections: readonly ChildSection[],
  { linksOf, mayOf }: { readonly linksOf: LinksOf; readonly mayOf: MayOf },
): Page =>
  page({
    path: '/children/:child',
    permission: 'child:read',
    about: 'child',
    audit: 'child.opened',
    params: z.object({ child: aChild }),
    query: anyQuery,
    handle: async ({ params, query, house, db, identity, now, today, person }): Promise<Answer> => {
      const { asked, typed, fault } = readAsked(query, await reading.times({ db, identity, now, today }));
      const child = await db.as(identity, (tx) => reading.read(tx, params.child, asked));
      if (child === null) return notFound;
      const own = child.face.child;
      if (own !== params.child) return redirect(childPath(own), { children: [own] });
      const may = (permission: string): boolean => mayOf(person, permission);
      const parts = { house, child, sections, typed, fault, links: linksOf(person, own), may };
      const view = <ShowChildView {...parts} />;
      return fault === null ? render(view, { children: [own] }) : refuse(422, view, { children: [own] });
    },
  });
