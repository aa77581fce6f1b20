import type { VNode } from 'preact';
import { countOf } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, Missed, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { FindChild } from './find-child.tsx';
import type { SearchResult, SearchResults } from './search-results.model.ts';

type ResultsProps = { readonly house: HousePage; readonly results: SearchResults; readonly csrf: string };

/** Who was found, best first, and why each stands here. */
export function SearchResultsView({ house, results, csrf }: ResultsProps): VNode {
  const { rows, typed, more } = results;
  return (
    <Layout house={house} title="Children found" nav="/children">
      <PageTitle>Children found</PageTitle>
      <Lead>
        {more
          ? `More than ${rows.length} children have a name or number like “${typed}”: the likeliest are here. Type more of the name to see fewer.`
          : `${countOf(rows.length, 'child has', 'children have')} a name or number like “${typed}”.`}
      </Lead>
      <FindChild csrf={csrf} typed={typed} />
      <Table
        caption="Likeliest first"
        columns={[{ heading: 'Child' }, { heading: 'Council id' }, { heading: 'Found by' }]}
        rows={rows.map((row) => [<Found row={row} />, row.councilIds ?? <Quiet>in the heading</Quiet>, row.because])}
      />
      <p>
        <a href="/children">Every child, what is late first</a>
      </p>
    </Layout>
  );
}

const Found = ({ row }: { row: SearchResult }) => (
  <>
    <a href={row.href}>
      <strong>{row.heading}</strong>
    </a>
    {!row.mayOpen && (
      <>
        <br />
        <Quiet>Opens with a reason</Quiet>
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
