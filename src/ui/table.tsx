import type { ComponentChildren, VNode } from 'preact';

export type Column = {
  readonly heading: string;
  /** Figures stand at the right. */
  readonly figures?: boolean;
  /** Dates and short codes that must not break. */
  readonly keepTogether?: boolean;
  /** The first column names the row unless another says that it does. */
  readonly namesRow?: boolean;
  /** Buttons and links that say themselves what they do: on a phone the heading would say it again. */
  readonly actions?: boolean;
};

/** A cell is its content, or content that spans columns. */
export type Cell = ComponentChildren;

type TableProps = {
  /** Read out before the table; shown above it when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: readonly Cell[];
  /** The headings are for those who cannot see the shape of the table. */
  readonly hideHeadings?: boolean;
};

/** A table of the house: split by faint lines; on a phone each row stacks and each cell says its heading. */
export function Table({ caption, showCaption, columns, rows, totals, hideHeadings }: TableProps): VNode {
  const namedBy = Math.max(
    0,
    columns.findIndex((column) => column.namesRow),
  );
  const cell = (content: Cell, index: number) => {
    const column = columns[index];
    const classes = [column?.figures && 'sl-figures', column?.keepTogether && 'sl-together'].filter(Boolean).join(' ');
    return index === namedBy ? (
      <th key={index} scope="row" class={classes || undefined}>
        {content}
      </th>
    ) : (
      <td
        key={index}
        class={classes || undefined}
        data-heading={hideHeadings || column?.actions ? undefined : column?.heading}
      >
        {content}
      </td>
    );
  };
  return (
    <table class="sl-table">
      <caption class={showCaption ? undefined : 'govuk-visually-hidden'}>{caption}</caption>
      <thead class={hideHeadings ? 'govuk-visually-hidden' : undefined}>
        <tr>
          {columns.map((column) => (
            <th key={column.heading} scope="col" class={column.figures ? 'sl-figures' : undefined}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>{row.map(cell)}</tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>{totals.map(cell)}</tr>
        </tfoot>
      )}
    </table>
  );
}
