import { z } from 'zod';
import { type Id, id } from '../../../../kernel/id.ts';
import { type Answer, notFound, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import { workerBy, workerOfPerson } from '../../store/team-workers.ts';
import { type CountyNeeds, countyAsked } from '../county-needs.ts';
import { CaseloadView } from './caseload.view.tsx';
import { NoCaseloadView } from './no-caseload.view.tsx';
import { readCaseload } from './read-caseload.ts';

const query = z.record(z.string(), z.unknown());
const params = z.object({
  worker: z.string().transform((text, context): Id => {
    const read = id(text);
    if (read === undefined) context.addIssue('no id');
    return read ?? ('' as Id);
  }),
});

/** A worker's children in the order of what is due: one's own, and those of any worker for who answers for them. */
export const caseloadPages = (needs: CountyNeeds): readonly Page[] => [
  page({
    path: '/my-children',
    permission: 'caseload:own',
    audit: 'caseload.read',
    query,
    handle: async (request): Promise<Answer> => {
      const { house, db, identity, person } = request;
      const asking = await countyAsked(needs, request);
      const read = await db.as(identity, async (tx) => {
        const own = await workerOfPerson(tx, person);
        const worker = own === null ? undefined : await workerBy(tx, own, asking.asked.on);
        return worker && readCaseload(tx, needs, { worker, own: true, here: '/my-children' }, asking);
      });
      if (!read) return render(<NoCaseloadView house={house} person={person} />, { children: [] });
      const view = <CaseloadView house={house} list={read.page} />;
      const { children } = read;
      return asking.fault === null ? render(view, { children }) : refuse(422, view, { children });
    },
  }),
  page({
    path: '/workers/:worker',
    permission: 'team:read',
    audit: 'worker.read',
    params,
    query,
    handle: async (request): Promise<Answer> => {
      const { house, db, identity, params: asked } = request;
      const asking = await countyAsked(needs, request);
      const read = await db.as(identity, async (tx) => {
        const worker = await workerBy(tx, asked.worker, asking.asked.on);
        return worker && readCaseload(tx, needs, { worker, own: false, here: `/workers/${asked.worker}` }, asking);
      });
      if (!read) return notFound;
      const view = <CaseloadView house={house} list={read.page} />;
      const { children } = read;
      return asking.fault === null ? render(view, { children }) : refuse(422, view, { children });
    },
  }),
];
