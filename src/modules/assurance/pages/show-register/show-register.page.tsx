import { z } from 'zod';
import { addDays } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import { type AskedDay, askedQuery } from '../../../asked.ts';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import type { Asked } from '../../../child-page.ts';
import {
  ASPECT_WORDS,
  type Aspect,
  REGISTER_WORDS,
  type Register,
  reasonWords,
  registerAt,
} from '../../core/gap-words.ts';
import { readFilter } from '../../core/register-filter.ts';
import { countOpen, countRegisters } from '../../store/county-counts.ts';
import { facesOfListed } from '../../store/listed-faces.ts';
import { kindsOf, type RegisterRow, registerRows, registerSummary } from '../../store/register-rows.ts';
import { type CountyNeeds, countyAsked } from '../county-needs.ts';
import { registerCsv } from './register-csv.ts';
import { type ListedRow, type RegisterPage, ROWS_ON_A_PAGE } from './show-register.model.ts';
import { ShowRegisterView } from './show-register.view.tsx';

const anyQuery = z.record(z.string(), z.unknown());
const params = z.object({ register: z.string().max(40) });

/** The four registers and what cannot be told: a page of each with filters, and the same rows as a file. */
export const registerPages = (needs: CountyNeeds): readonly Page[] => [
  page({
    path: '/registers',
    permission: 'register:read',
    about: 'children',
    audit: { none: 'leads to the first register' },
    handle: async () => redirect(`/registers/${REGISTER_WORDS['no-worker'].address}`),
  }),
  page({
    path: '/registers/:register',
    permission: 'register:read',
    about: 'children',
    audit: 'register.read',
    params,
    query: anyQuery,
    handle: async (request): Promise<Answer> => {
      const { house, db, identity, query } = request;
      const asFile = request.params.register.endsWith('.csv');
      const register = registerAt(request.params.register.replace(/\.csv$/, ''));
      if (!register) return notFound;
      const asked = await countyAsked(needs, request);
      const { list, children } = await db.as(identity, (tx) => readRegister(tx, needs, register, asked, query, asFile));
      if (asFile && asked.fault === null) return csvOf(list, needs.statute.version, children);
      const view = <ShowRegisterView house={house} list={list} />;
      return asked.fault === null ? render(view, { children }) : refuse(422, view, { children });
    },
  }),
];

const csvOf = (list: RegisterPage, statuteVersion: string, children: Answer['children'] = []): Answer => ({
  is: 'file',
  name: `${REGISTER_WORDS[list.register].address}-${list.asked.on}.csv`,
  type: 'text/csv; charset=utf-8',
  content: registerCsv(list.rows, { ...list, statuteVersion }),
  children,
});

async function readRegister(
  tx: Tx,
  needs: CountyNeeds,
  register: Register,
  { asked, typed, fault }: AskedDay,
  query: Readonly<Record<string, unknown>>,
  whole: boolean,
): Promise<{ list: RegisterPage; children: RegisterRow['child'][] }> {
  const { sort, page: number, ...filter } = readFilter(query);
  const tables = await needs.spans(tx, asked);
  const limit = whole ? null : ROWS_ON_A_PAGE;
  const offset = whole ? 0 : (number - 1) * ROWS_ON_A_PAGE;
  const rows = await registerRows(tx, tables, asked.on, register, { filter, sort, limit, offset });
  const children = rows.map(({ child }) => child);
  const faces = await facesOfListed(tx, children);
  const count = (await countRegisters(tx, tables, asked.on, kindsOf(register))).find(
    (each) => each.register === register,
  );
  const list: RegisterPage = {
    register,
    asked,
    typed,
    fault,
    open: await countOpen(tx, tables, asked.on),
    before: count?.before ?? 0,
    weekBefore: addDays(asked.on, -7),
    summary: await registerSummary(tx, tables, asked.on, register, filter),
    filter,
    sort,
    page: number,
    rows: rows.map((row) => listedRow(row, faces.get(row.child), asked)),
  };
  return { list, children };
}

function listedRow(row: RegisterRow, face: ChildFace | undefined, asked: Asked): ListedRow {
  const { words, detail } = reasonWords(row.because);
  const aspects = row.kinds.flatMap((kind) =>
    kind.startsWith('cannot-tell:') ? [ASPECT_WORDS[kind.slice('cannot-tell:'.length) as Aspect]] : [],
  );
  const { days, since, worker, team, district, manager } = row;
  return {
    href: `${childPath(row.child)}${askedQuery(asked)}`,
    heading: face ? headingOf(face, asked.on) : 'No council id',
    councilIds: face && face.name !== null ? councilIdsOf(face) : null,
    days,
    since,
    reason: words,
    detail,
    aspects,
    worker,
    workerHref: row.workerId && `/workers/${row.workerId}${askedQuery(asked)}`,
    team,
    teamHref: row.teamId && `/teams/${row.teamId}${askedQuery(asked)}`,
    district,
    manager,
  };
}
