import { z } from 'zod';
import type { Calendar } from '../../../../kernel/working-days.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../platform/http/page.ts';
import { policiesOf } from '../../../../sight/store/read-facts.ts';
import type { Duty } from '../../../../statute/duty.ts';
import { askedNow, type Times } from '../../../asked.ts';
import { childPath } from '../../../child-face.ts';
import { type ListLaw, listLawOf, mendableIn } from '../../../listed-clock.ts';
import { questionOf } from '../../core/search-words.ts';
import { findChildren } from '../../store/find-children.ts';
import { facesFound, listChildren } from '../../store/listed-children.ts';
import { searchChildren } from '../../store/search-children.ts';
import { resultOf } from '../search-children/search-results.model.ts';
import { SearchResultsView } from '../search-children/search-results.view.tsx';
import { CHILDREN_ON_A_PAGE, FILTERS, type Filter, type ListPage, listRowOf } from './list-children.model.ts';
import { ListChildrenView } from './list-children.view.tsx';

/** What the list is made with: the law, and the clock of the record. */
export type ListChildrenNeeds = {
  readonly duties: readonly Duty[];
  readonly calendarOf: (duty: Duty) => Calendar;
  readonly times: (request: Pick<PageRequest, 'db' | 'identity' | 'now' | 'today'>) => Promise<Times>;
};

const query = z.object({
  show: z.enum(FILTERS).catch('all'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
const body = z.object({ looking: z.string().trim().max(100).catch('') });
const NO_QUERY = { show: 'all', page: 1 } as const;

/** Every open child, what is late first, or everybody by name; and a box that finds some by name or number. What was typed is in no address. */
export const listChildrenPages = (needs: ListChildrenNeeds): readonly Page[] => [
  page({
    path: '/children',
    permission: 'child:list',
    about: 'children',
    audit: 'children.listed',
    query,
    handle: async (request) => {
      const { view, children } = await listView(needs, request, request.query, null);
      return render(view, { children });
    },
  }),
  page({
    method: 'post',
    path: '/children',
    permission: 'child:list',
    about: 'children',
    audit: 'child.looked-for',
    meantForPlaces: ['looking'],
    body,
    handle: async (request): Promise<Answer> => {
      const typed = request.body.ok ? request.body.value.looking : '';
      const byNumber = typed === '' ? [] : await request.db.as(request.identity, (tx) => findChildren(tx, typed));
      const [first] = byNumber;
      if (first !== undefined && byNumber.length === 1) return redirect(childPath(first), { children: byNumber });
      const times = await needs.times(request);
      const results = await request.db.as(request.identity, (tx) => readResults(tx, typed, askedNow(times).on));
      if (results.rows.length === 0) return refuse(422, (await listView(needs, request, NO_QUERY, typed)).view);
      const view = <SearchResultsView house={request.house} results={results} csrf={request.csrf} />;
      return render(view, { children: results.children });
    },
  }),
];

async function readResults(tx: Tx, typed: string, on: ListPage['on']) {
  const { found, more } = await searchChildren(tx, questionOf(typed));
  const children = found.map(({ child }) => child);
  const faces = await facesFound(tx, children);
  return { typed, on, more, rows: found.flatMap((each) => resultOf(each, faces.get(each.child), on) ?? []), children };
}

type Shown = { readonly show: Filter; readonly page: number };

async function listView(
  needs: ListChildrenNeeds,
  request: Pick<PageRequest, 'db' | 'identity' | 'now' | 'today' | 'house' | 'csrf'>,
  shown: Shown,
  notFound: string | null,
) {
  const times = await needs.times(request);
  const { on, knownAt } = askedNow(times);
  const list = await request.db.as(request.identity, async (tx) => {
    const law = listLawOf(needs, await policiesOf(tx, knownAt));
    return readList(tx, { ...times, on, mendable: mendableIn(needs.duties) }, shown, law, notFound);
  });
  const view = <ListChildrenView house={request.house} list={list.page} knownAt={knownAt} csrf={request.csrf} />;
  return { view, children: list.children };
}

async function readList(
  tx: Tx,
  { on, today, spokenUntil, mendable }: Times & { readonly on: ListPage['on']; readonly mendable: readonly string[] },
  { show, page: number }: Shown,
  law: ListLaw,
  notFound: string | null,
) {
  const offset = (number - 1) * CHILDREN_ON_A_PAGE;
  const asked = { on, mendable, filter: show, limit: CHILDREN_ON_A_PAGE, offset };
  const { totals, children } = await listChildren(tx, asked);
  const rows = children.map((child) => listRowOf(child, on, law));
  const shown: ListPage = { on, today, spokenUntil, filter: show, page: number, totals, rows, notFound };
  return { page: shown, children: children.map(({ face }) => face.child) };
}
