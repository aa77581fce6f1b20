import type { VNode } from 'preact';
import type { Instant } from '../../../../kernel/instant.ts';
import { countOf, longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary } from '../../../../ui/error-summary.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { NotOpened } from '../../../../ui/not-opened.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { StatusWord } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, Missed, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { FindChild } from '../search-children/find-child.tsx';
import {
  CHILDREN_ON_A_PAGE,
  childrenIn,
  type Filter,
  type ListPage,
  type ListRow,
  rowsIn,
} from './list-children.model.ts';

type ListViewProps = {
  readonly house: HousePage;
  readonly list: ListPage;
  readonly knownAt: Instant;
  readonly csrf: string;
};

/** Every open child, in the order of what is late and what is due; or everybody, by name. */
export function ListChildrenView({ house, list, knownAt, csrf }: ListViewProps): VNode {
  const faults = list.notFound === null ? [] : [{ field: 'looking', text: noSuchChild(list.notFound) }];
  return (
    <Layout house={house} title="Children" nav="/children" refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={longDay(list.on)}>Children</PageTitle>
      <Finding list={list} />
      <FindChild csrf={csrf} fault={faults[0]?.text} typed={list.notFound ?? ''} />
      {list.totals.everybody + list.totals.closedOfAll > 0 && (
        <>
          <Filters list={list} />
          <Children list={list} />
          <NotOpened children={list.filter === 'everybody' ? list.totals.closedOfAll : list.totals.closed} />
          <Pages list={list} />
        </>
      )}
      <Provenance happenedBy={list.on} knownAt={knownAt}>
        {list.spokenUntil === null
          ? 'No file has been loaded and nothing has been recorded.'
          : 'A child is open from a referral or the beginning of care until it ends. Late means past the due day of a duty that still runs. A child stands in the list once; carers do not stand in it.'}
      </Provenance>
    </Layout>
  );
}

const noSuchChild = (typed: string): string =>
  typed === ''
    ? 'Enter a name, a council id or a pupil number'
    : `Nobody here has a name or number like ${typed}. Try fewer letters, or another spelling`;

function Finding({ list }: { list: ListPage }) {
  const { totals, today, spokenUntil } = list;
  const all = childrenIn(totals);
  if (totals.everybody === 0 && totals.closedOfAll > 0)
    return (
      <Lead>
        You have a part in no child’s care, as far as the record tells. Search for a child by name or number; opening a
        record then asks for your reason.
      </Lead>
    );
  if (totals.everybody === 0)
    return <Lead>No children are recorded yet. Load a file, or record a referral, and they appear here.</Lead>;
  if (all === 0)
    return (
      <Lead>
        No child is open on this day, of {countOf(totals.everybody, 'child', 'children')} whom the record holds.
      </Lead>
    );
  return (
    <>
      <Lead>
        <strong>{countOf(all, 'child', 'children')}</strong> {all === 1 ? 'is' : 'are'} open
        {totals.closed > 0 && ' whose record you may open'}:{' '}
        <Missed>{totals.late.toLocaleString('en-GB')} with something late</Missed>, {totals.due.toLocaleString('en-GB')}{' '}
        with something still to come, {totals.cannotTell.toLocaleString('en-GB')} of whom nobody can tell, and{' '}
        {totals.nothing.toLocaleString('en-GB')} for whom nothing runs.
      </Lead>
      {spokenUntil !== null && spokenUntil < today && (
        <p>
          This is as far as the census of {plainDay(spokenUntil)} can tell. Today is {plainDay(today)}: what happened
          since then is not known here until a later file is loaded or somebody records it.
        </p>
      )}
    </>
  );
}

const FILTER_WORDS: Record<Filter, string> = {
  all: 'Open',
  late: 'Something late',
  'cannot-tell': 'Something nobody can tell',
  everybody: 'Everybody, also closed',
};

const listPath = (filter: Filter, page = 1): string => {
  const query = [filter === 'all' ? '' : `show=${filter}`, page === 1 ? '' : `page=${page}`].filter(Boolean).join('&');
  return query === '' ? '/children' : `/children?${query}`;
};

function Filters({ list }: { list: ListPage }) {
  return (
    <nav aria-label="Which children">
      <ul class="sl-links">
        {(Object.keys(FILTER_WORDS) as Filter[]).map((filter) => {
          const words = `${FILTER_WORDS[filter]} (${rowsIn(list.totals, filter).toLocaleString('en-GB')})`;
          return (
            <li key={filter}>
              {filter === list.filter ? (
                <strong aria-current="true">{words}</strong>
              ) : (
                <a href={listPath(filter)}>{words}</a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Children({ list }: { list: ListPage }) {
  if (list.rows.length === 0) return <p>No child here is in this part of the list.</p>;
  return (
    <Table
      caption={list.filter === 'everybody' ? 'Children, by name' : 'Children, what is late first'}
      columns={[
        { heading: 'Child' },
        { heading: 'Late' },
        { heading: 'Next due' },
        { heading: 'Cannot tell', figures: true },
      ]}
      rows={list.rows.map((row) => [<Child row={row} />, <Late row={row} />, <Next row={row} />, cannotTellIn(row)])}
    />
  );
}

const Child = ({ row }: { row: ListRow }) => (
  <>
    <a href={row.href}>
      <strong>{row.heading}</strong>
    </a>
    {row.councilIds && (
      <>
        <br />
        <Quiet>{row.councilIds}</Quiet>
      </>
    )}
    {!row.open && (
      <>
        <br />
        <Quiet>Not open</Quiet>
      </>
    )}
    {row.inDoubt && (
      <>
        <br />
        <Missed>Identity in doubt</Missed>
      </>
    )}
  </>
);

function Late({ row }: { row: ListRow }) {
  if (row.late.length === 0) return <Quiet>{row.cannotTell > 0 ? 'Nothing that is known' : 'Nothing'}</Quiet>;
  return (
    <>
      {row.late.map(({ status, verdict, title }, index) => (
        <p key={index} class="sl-row-line">
          <StatusWord verdict={verdict} text={status} /> {title}
        </p>
      ))}
      {row.moreLate > 0 && <Quiet>and {row.moreLate} more</Quiet>}
    </>
  );
}

function Next({ row }: { row: ListRow }) {
  if (row.next === null) return <Quiet>{row.cannotTell > 0 ? 'Not known' : 'Nothing'}</Quiet>;
  const { verdict, status, title, dueBy } = row.next;
  return (
    <>
      {verdict === 'due-soon' ? <StatusWord verdict={verdict} text={status} /> : dueBy} {title}
      {verdict === 'due-soon' && (
        <>
          <br />
          <Quiet>by {dueBy}</Quiet>
        </>
      )}
    </>
  );
}

const cannotTellIn = ({ cannotTell }: ListRow) =>
  cannotTell === 0 ? '0' : <span class="sl-unknown">{cannotTell}</span>;

function Pages({ list }: { list: ListPage }) {
  const all = rowsIn(list.totals, list.filter);
  const first = (list.page - 1) * CHILDREN_ON_A_PAGE + 1;
  const last = Math.min(all, first + list.rows.length - 1);
  if (all === 0) return null;
  return (
    <nav aria-label="Pages of the list">
      <p>
        {first.toLocaleString('en-GB')} to {last.toLocaleString('en-GB')} of {all.toLocaleString('en-GB')}.{' '}
        {list.page > 1 && <a href={listPath(list.filter, list.page - 1)}>Previous {CHILDREN_ON_A_PAGE}</a>}
        {list.page > 1 && last < all && ' · '}
        {last < all && (
          <a href={listPath(list.filter, list.page + 1)}>Next {Math.min(CHILDREN_ON_A_PAGE, all - last)}</a>
        )}
      </p>
    </nav>
  );
}
