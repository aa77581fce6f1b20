import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { StatusWord } from './status-word.tsx';
import { Table } from './table.tsx';

const columns = [
  { heading: 'Due by', keepTogether: true },
  { heading: 'Child', namesRow: true },
  { heading: 'Days', figures: true },
];

test('a table names its rows and columns, and each cell knows its heading', () => {
  const html = renderToString(
    <Table caption="What is due" columns={columns} rows={[['20 Nov', 'Zoë <O’Brien>', 98]]} totals={['', 'All', 98]} />,
  );
  expect(html).toContain('<caption class="govuk-visually-hidden">What is due</caption>');
  expect(html.match(/scope="col"/g)).toHaveLength(3);
  expect(html).toContain('<th scope="row">Zoë &lt;O’Brien></th>');
  expect(html).toContain('<td class="sl-figures" data-heading="Days">98</td>');
  expect(html).toContain('<td class="sl-together" data-heading="Due by">20 Nov</td>');
  expect(html).toContain('<tfoot>');
});

test('a status is a shape and a word, and a miss is called by its force', () => {
  const html = renderToString(<StatusWord verdict="met-late" text="Met 2 days late" miss="guidance not followed" />);
  expect(html).toContain('<span class="sl-status sl-status--late">Met 2 days late</span>');
  expect(html).toContain('guidance not followed');
  expect(renderToString(<StatusWord verdict="cannot-tell" />)).toContain('>Cannot tell<');
});
