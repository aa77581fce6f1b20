import { z } from 'zod';
import type { Id } from '../../../../../kernel/id.ts';
import { type Answer, notFound, redirect, render } from '../../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../../platform/http/page.ts';
import { someId } from '../../../../../record/said.ts';
import { mayEnd } from '../../../core/openings/reasoned-opening.ts';
import {
  endOpening,
  machineTime,
  openingById,
  ownNotices,
  ownRunning,
  seeNotices,
  toldOpenings,
} from '../../../store/openings/openings.ts';
import type { OpeningHouse } from '../opening-house.ts';
import { ShowOpeningsView } from './show-openings.view.tsx';

/** My openings, those of my children, and the end of any of them. */
export const showOpeningsPages = ({ childrenInWords }: OpeningHouse): readonly Page[] => [
  page({
    path: '/openings',
    permission: 'opening:own',
    about: 'children',
    audit: 'openings.read',
    handle: ({ db, identity, person: { id: person }, house, csrf, today }) =>
      db.as(identity, async (tx) => {
        const [own, told, notices, now] = [
          await ownRunning(tx, person),
          await toldOpenings(tx, person),
          await ownNotices(tx, person),
          await machineTime(tx),
        ];
        const children = [...new Set([...own, ...told, ...notices].map(({ child }) => child))];
        const names = await childrenInWords(tx, children, today);
        const view = ShowOpeningsView({ house, csrf, person, now, own, told, notices, names });
        return render(view, { children: children.filter((child) => names.has(child)) });
      }),
  }),
  page({
    method: 'post',
    path: '/openings/seen',
    permission: 'opening:own',
    about: 'nobody',
    audit: { none: 'it marks notices of one’s own, and shows no child' },
    handle: async ({ db, identity, person }) => {
      await db.as(identity, (tx) => seeNotices(tx, person.id));
      return redirect('/openings');
    },
  }),
  page<{ opening: Id }>({
    method: 'post',
    path: '/openings/:opening/end',
    permission: 'opening:own',
    about: 'nobody',
    audit: 'opening.ended',
    params: z.object({ opening: someId }),
    handle: ({ db, identity, person, params: { opening } }): Promise<Answer> =>
      db.as(identity, async (tx) => {
        const asked = await openingById(tx, opening, person.id);
        if (!asked) return notFound;
        const now = await machineTime(tx);
        const may = mayEnd(asked, { person: person.id, answersForChild: asked.answersForChild, now });
        if (!may && asked.person !== person.id && !asked.answersForChild) return notFound;
        if (may) await endOpening(tx, opening, person.id);
        return redirect('/openings', { children: may ? [asked.child] : [] });
      }),
  }),
];
