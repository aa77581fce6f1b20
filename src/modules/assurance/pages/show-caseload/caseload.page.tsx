import { z } from 'zod';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, notFound, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../platform/http/page.ts';
import { someId } from '../../../../record/said.ts';
import { childrenRaised } from '../../../protected-words.ts';
import { type WorkerRow, workerBy, workerOfPerson } from '../../store/team-workers.ts';
import { type CountyNeeds, countyAsked } from '../county-needs.ts';
import type { CaseloadPage } from './caseload.model.ts';
import { CaseloadView } from './caseload.view.tsx';
import { NoCaseloadView } from './no-caseload.view.tsx';
import { readCaseload } from './read-caseload.ts';

type AnyQuery = Record<string, unknown>;
const query: z.ZodType<AnyQuery> = z.record(z.string(), z.unknown());

/** A worker's children in the order of what is due: one's own, and those of any worker for who answers for them. */
export const caseloadPages = (needs: CountyNeeds): readonly Page[] => [
  page({
    path: '/my-children',
    permission: 'caseload:own',
    about: 'children',
    audit: 'caseload.read',
    query,
    handle: async (request): Promise<Answer> => {
      const { house, person } = request;
      const answer = await show(needs, request, { own: true, here: '/my-children' }, async (tx, on) => {
        const own = await workerOfPerson(tx, person);
        return own === null ? undefined : workerBy(tx, own, on);
      });
      return answer ?? render(<NoCaseloadView house={house} person={person} />, { children: [] });
    },
  }),
  page({
    path: '/workers/:worker',
    permission: 'team:read',
    about: 'children',
    audit: 'worker.read',
    params: z.object({ worker: someId }),
    query,
    handle: async (request): Promise<Answer> => {
      const { worker } = request.params;
      const whose = { own: false, here: `/workers/${worker}` };
      return (await show(needs, request, whose, (tx, on) => workerBy(tx, worker, on))) ?? notFound;
    },
  }),
];

type Whose = Pick<CaseloadPage, 'own' | 'here'>;
type Find = (tx: Tx, on: CaseloadPage['asked']['on']) => Promise<WorkerRow | undefined>;

/** Undefined where no such worker is recorded. */
async function show(
  needs: CountyNeeds,
  request: PageRequest<unknown, AnyQuery>,
  whose: Whose,
  find: Find,
): Promise<Answer | undefined> {
  const asking = await countyAsked(needs, request);
  const read = await request.db.as(request.identity, async (tx) => {
    const worker = await find(tx, asking.asked.on);
    if (!worker) return undefined;
    const unseenNotices = whose.own ? await needs.unseenNotices(tx, request.person.id) : 0;
    const wordsRaised = whose.own ? await childrenRaised(tx) : [];
    return readCaseload(tx, needs, { ...whose, worker, unseenNotices, wordsRaised }, asking);
  });
  if (!read) return undefined;
  const { page: list, children } = read;
  const view = <CaseloadView house={request.house} list={list} />;
  return asking.fault === null ? render(view, { children }) : refuse(422, view, { children });
}
