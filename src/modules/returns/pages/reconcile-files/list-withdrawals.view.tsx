import type { VNode } from 'preact';
import { countOf, plainDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { eventInWords, sourceInWords } from '../../core/reconcile/event-in-words.ts';
import type { OpenDisagreements } from '../../store/open-disagreements.ts';
import type { WaitingWithdrawal } from '../../store/waiting-withdrawals.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';
import { ChildLink, Lists, PagesOf, RECONCILE_PATH } from './reconcile-parts.tsx';

export type ListWithdrawalsModel = {
  readonly house: HousePage;
  readonly open: OpenDisagreements;
  readonly page: number;
  readonly of: number;
  readonly rows: readonly (WaitingWithdrawal & { readonly name: string | null })[];
  /** May this reader open the report of a loading, where it is confirmed? */
  readonly mayImport: boolean;
};

/** What a later file no longer has and nobody has confirmed. */
export function ListWithdrawalsView({ house, open, page, of, rows, mayImport }: ListWithdrawalsModel): VNode {
  return (
    <Layout house={house} title="Taken back by a file" nav={RECONCILE_PATH}>
      <PageTitle caption="Files side by side">{headingOf(open)}</PageTitle>
      <Lead>
        An earlier file said these, and a later one of the same kind, which should, does not. They still count until
        somebody confirms that they were taken back.
      </Lead>
      <Lists here="withdrawn" open={open} />
      {rows.length > 0 && (
        <Table
          caption="What a later file no longer has"
          columns={[
            { heading: 'Child', namesRow: true },
            { heading: 'Event' },
            { heading: 'Last said by' },
            { heading: 'No longer in' },
          ]}
          rows={rows.map((row) => [
            <ChildLink book={row.book} councilId={row.laChildId} name={row.name} />,
            <What row={row} />,
            sourceInWords({ kind: row.kind, until: row.saidUntil }, plainDay),
            mayImport ? (
              <a href={`${IMPORT_PATH}/${row.run}#withdrawn`}>{sourceInWords(row, plainDay)}</a>
            ) : (
              sourceInWords(row, plainDay)
            ),
          ])}
        />
      )}
      <PagesOf
        page={page}
        shown={rows.length}
        of={of}
        what={['event', 'events']}
        address={(number) => `${RECONCILE_PATH}/withdrawn?page=${number}`}
      />
      <p>
        <Quiet>
          Whoever loads files confirms in the report of the loading, one by one. A file that says it again brings it
          back.
        </Quiet>
      </p>
    </Layout>
  );
}

const headingOf = ({ withdrawn, kinds }: OpenDisagreements): string => {
  if (withdrawn > 0)
    return `${countOf(withdrawn, 'event')} ${withdrawn === 1 ? 'is' : 'are'} no longer in a later file, and nobody has confirmed it`;
  return kinds.length === 0
    ? 'No file has been loaded: none can have taken anything back'
    : 'No file has taken back what nobody has confirmed';
};

const What = ({ row: { group, keys } }: { row: WaitingWithdrawal }) => (
  <>{eventInWords({ group, key: `${group}/${keys.map((key) => key.slice(group.length + 1)).join(', ')}` }, plainDay)}</>
);
