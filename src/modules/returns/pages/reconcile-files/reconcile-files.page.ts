import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { render } from '../../../../platform/http/answer.ts';
import { type Page, page, type SignedIn } from '../../../../platform/http/page.ts';
import type { FileKind } from '../../../../record/entry.ts';
import type { Showing } from '../../../showing.ts';
import type { Writing } from '../../../writing.ts';
import { KIND_IN_WORDS } from '../../core/file-kind.ts';
import type { DisputedEvent } from '../../core/reconcile/disputed-event.ts';
import { asReaderMay } from '../../core/reconcile/withheld-fields.ts';
import { dutiesInDispute, holdersOf, namesOfBooks } from '../../store/around-disputes.ts';
import { listPairs } from '../../store/book-pairs.ts';
import { countDisputes, type DisputeFilter, listDisputes } from '../../store/disputed-events.ts';
import { openDisagreements } from '../../store/open-disagreements.ts';
import { listWithdrawals } from '../../store/waiting-withdrawals.ts';
import { withheldSaid } from '../../store/withheld-said.ts';
import { ListIdentitiesView } from './list-identities.view.tsx';
import { ListWithdrawalsView } from './list-withdrawals.view.tsx';
import { type ListedEvent, ReconcileFilesView } from './reconcile-files.view.tsx';
import { RECONCILE_PATH, ROWS_ON_A_PAGE } from './reconcile-parts.tsx';

/** What the pages about disagreeing files need of the house. */
export type ReconcilePages = Writing &
  Showing & {
    readonly may: (person: SignedIn, permission: 'reconcile:decide' | 'import:run') => boolean;
    /** The title of a duty by its id. */
    readonly dutyTitle: (duty: string) => string;
    /** Names of people by their ids. */
    readonly namesOf: (tx: Tx) => Promise<ReadonlyMap<string, string>>;
  };

const page1 = z.coerce.number().int().min(1).max(100_000).catch(1);
const query = z.object({
  page: page1,
  files: z.string().catch(''),
  field: z.string().max(100).catch(''),
  settled: z.string().catch(''),
});
const queryOfPage = z.object({ page: page1, decided: z.string().catch('') });

const part = (number: number) => ({ limit: ROWS_ON_A_PAGE, offset: (number - 1) * ROWS_ON_A_PAGE });

/** What waits for a person because files do not fit together: three lists. */
export const reconcileFilesPages = (house: ReconcilePages): readonly Page[] => [
  page<unknown, z.infer<typeof query>>({
    path: RECONCILE_PATH,
    permission: 'reconcile:read',
    about: 'children',
    audit: 'disagreements.listed',
    query,
    handle: async ({ db, identity, query: asked, house: head }) =>
      db.as(identity, async (tx) => {
        const filter = filterOf(asked);
        const { events, of } = await listDisputes(tx, filter, part(asked.page));
        const model = {
          house: head,
          open: await openDisagreements(tx),
          counts: await countDisputes(tx, filter.settled),
          filter,
          page: asked.page,
          of,
          events: await listed(tx, house, events),
        };
        return render(ReconcileFilesView(model), { children: booksOf(events) });
      }),
  }),
  page<unknown, z.infer<typeof queryOfPage>>({
    path: `${RECONCILE_PATH}/withdrawn`,
    permission: 'reconcile:read',
    about: 'children',
    audit: 'withdrawals.listed',
    query: queryOfPage,
    handle: async ({ db, identity, person, query: { page: number }, house: head }) =>
      db.as(identity, async (tx) => {
        const { rows, of } = await listWithdrawals(tx, part(number));
        const books = booksOf(rows);
        const names = await namesOfBooks(tx, books);
        const named = rows.map((row) => ({ ...row, name: names.get(row.book) ?? null }));
        const open = await openDisagreements(tx);
        const mayImport = house.may(person, 'import:run');
        return render(ListWithdrawalsView({ house: head, open, page: number, of, rows: named, mayImport }), {
          children: books,
        });
      }),
  }),
  page<unknown, z.infer<typeof queryOfPage>>({
    path: `${RECONCILE_PATH}/identities`,
    permission: 'reconcile:read',
    about: 'children',
    audit: 'identities.listed',
    query: queryOfPage,
    handle: async ({ db, identity, query: { page: number, decided: asked }, house: head }) =>
      db.as(identity, async (tx) => {
        const decided = asked === 'yes';
        const { pairs, of } = await listPairs(tx, decided, part(number));
        const open = await openDisagreements(tx);
        return render(ListIdentitiesView({ house: head, open, decided, page: number, of, pairs }), {
          children: pairs.flatMap(({ one, other }) => [one.book, other.book]),
        });
      }),
  }),
];

/** A pair of kinds or a field that nobody has leaves nothing out. */
function filterOf({ files, field, settled }: z.infer<typeof query>): DisputeFilter {
  const [one, other] = files.split('+').filter((kind) => kind in KIND_IN_WORDS) as FileKind[];
  return { kinds: one && other ? [one, other] : null, field: field === '' ? null : field, settled: settled === 'yes' };
}

async function listed(tx: Tx, house: ReconcilePages, events: readonly DisputedEvent[]): Promise<ListedEvent[]> {
  const books = booksOf(events);
  const duties = await dutiesInDispute(tx, events);
  const holders = await holdersOf(tx, books);
  const names = await namesOfBooks(tx, books);
  const isWithheld = await withheldSaid(tx, events, await house.withheldIn(tx, books));
  return events.map((event) => ({
    event: asReaderMay(event, isWithheld),
    name: names.get(event.book) ?? null,
    duties: (duties.get(event.sources[0]?.entry as Id) ?? []).map(house.dutyTitle),
    holder: holders.get(event.book) ?? null,
  }));
}

const booksOf = (rows: readonly { readonly book: Id }[]): Id[] => [...new Set(rows.map(({ book }) => book))];
