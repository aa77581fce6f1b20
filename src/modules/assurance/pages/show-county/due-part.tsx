import type { VNode } from 'preact';
import { dayAndMonth, shortWeekday } from '../../../../ui/dates-in-words.ts';
import { Table } from '../../../../ui/table.tsx';
import { Quiet, Section } from '../../../../ui/text.tsx';
import { inFigures } from '../../core/county-words.ts';
import { Sideways } from '../sideways.tsx';
import type { CountyPage } from './show-county.model.ts';

/** What falls due in the next ten working days, by duty and day. */
export function DuePart({ county: { due } }: { readonly county: CountyPage }): VNode {
  const heading = 'Clocks that run out in the next ten working days';
  if (due === null)
    return (
      <Section id="clocks" heading={heading}>
        <p>We cannot tell: bank holidays are not known so far ahead.</p>
      </Section>
    );
  const { columns, rows } = due;
  const all = rows.reduce((sum, row) => sum + row.all, 0);
  const last = columns.days.at(-1);
  if (all === 0 || last === undefined)
    return (
      <Section id="clocks" heading={heading}>
        <p>No clock that is running now falls due by {shortWeekday(last ?? columns.until)}.</p>
      </Section>
    );
  const totals = columns.days.map((_, at) => rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  return (
    <Section id="clocks" heading={heading}>
      <p>
        <strong>{inFigures(all)}</strong> {all === 1 ? 'duty falls' : 'duties fall'} due by {shortWeekday(last)}.
        Bookings are not recorded here yet, so we cannot tell which of them nobody has booked.
      </p>
      <Sideways label="Table of the clocks" more="sl-due-table">
        <Table
          caption="Duties that fall due on each of the next ten working days"
          columns={[
            { heading: 'Duty and its force' },
            ...columns.days.map((day, at) => ({
              heading: at === 0 ? `Today ${together(day)}` : dayHeading(day),
              figures: true,
            })),
            { heading: 'Due', figures: true },
          ]}
          rows={rows.map(({ title, limit, force, ofCarer, counts, all: sum }) => [
            <>
              {title}
              <br />
              <Quiet>{forceLine(limit, force, ofCarer)}</Quiet>
            </>,
            ...counts.map((count) => (count === 0 ? <None /> : inFigures(count))),
            <strong>{inFigures(sum)}</strong>,
          ])}
          totals={['All', ...totals.map(inFigures), inFigures(all)]}
        />
      </Sideways>
      <p class="sl-provenance">
        What falls due on a weekend or a bank holiday stands under the working day before it: the last day on which a
        telephone call can still save it. A due day that is not known exactly counts on its earliest.
      </p>
    </Section>
  );
}

/** "23 Nov", which does not break. */
const together = (day: CountyPage['weekBefore']): string => dayAndMonth(day).replace(' ', '\u00a0');
const dayHeading = (day: CountyPage['weekBefore']): string => `${shortWeekday(day).slice(0, 3)} ${together(day)}`;

/** "15 working days, statutory guidance". */
const forceLine = (limit: string | null, force: string, ofCarer: boolean): string => {
  const low = force.charAt(0).toLowerCase() + force.slice(1);
  return [limit, limit === null ? force : low, ofCarer && 'of carers'].filter(Boolean).join(', ');
};

const None = () => (
  <>
    <span class="sl-none" aria-hidden="true">
      ·
    </span>
    <span class="govuk-visually-hidden">0</span>
  </>
);
