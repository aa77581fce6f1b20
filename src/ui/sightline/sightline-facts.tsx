import type { ComponentChildren, VNode } from 'preact';
import type { LocalDate } from '../../kernel/local-date.ts';
import { StatusWord } from '../status-word.tsx';
import { Day } from '../text.tsx';
import { daysOf, waitOf } from './part-words.ts';
import {
  isStretch,
  LANE_NAMES,
  type LaneName,
  type SightlineLane,
  type SightlinePart,
  type SightlinePicture,
  type ViewPart,
  type VisitPart,
} from './sightline-picture.ts';

type Row = {
  readonly what: ComponentChildren;
  readonly from: LocalDate;
  /** null: still; undefined: a day of its own */
  readonly until: LocalDate | null | undefined;
  readonly days: number | null;
  readonly why: ComponentChildren;
};

const COLUMNS = ['What', 'From', 'To', 'Days', 'Why, and what ended it'] as const;

/** Every fact of the drawing as a table, for those who do not see it and for copying. */
export const SightlineFacts = ({ picture }: { readonly picture: SightlinePicture }): VNode => (
  <table class="sl-table">
    <caption class="govuk-visually-hidden">{`Sightline of ${picture.name} as a table`}</caption>
    <thead>
      <tr>
        <th scope="col">Lane</th>
        {COLUMNS.map((heading) => (
          <th scope="col" class={heading === 'Days' ? 'sl-figures' : undefined}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    {picture.lanes.map((lane) => (
      <LaneRows lane={lane} today={picture.today} />
    ))}
  </table>
);

function LaneRows({ lane, today }: { lane: SightlineLane; today: LocalDate }) {
  const rows = rowsOf(lane, today);
  const name = LANE_NAMES[lane.lane];
  const [what, from, to, days, why] = COLUMNS;
  return (
    <tbody>
      {rows.length === 0 && (
        <tr>
          <th scope="row" class="sl-table__group">
            {name}
          </th>
          <td data-heading={what} colSpan={5}>
            {lane.now.words}
          </td>
        </tr>
      )}
      {rows.map((row, index) => (
        <tr>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={rows.length} class="sl-table__group">
              {name}
            </th>
          )}
          <td data-heading={what}>{row.what}</td>
          <td data-heading={from} class="sl-together">
            <Day on={row.from} />
          </td>
          <td data-heading={to} class="sl-together">
            {row.until === null ? 'still' : row.until && <Day on={row.until} />}
          </td>
          <td data-heading={days} class="sl-figures">
            {row.days?.toLocaleString('en-GB')}
          </td>
          <td data-heading={why}>{row.why}</td>
        </tr>
      ))}
    </tbody>
  );
}

const VISITS = {
  alone: 'Visited, seen alone',
  'with-others': 'Visited, seen with others',
  'not-seen': 'Visited, not seen',
} as const;

/** Visits are many: one row for each way of being seen, with its days. Everything else has a row of its own. */
function rowsOf({ lane, parts }: SightlineLane, today: LocalDate): Row[] {
  const visits = parts.filter((part): part is VisitPart => part.is === 'visit');
  const visitRows = (Object.keys(VISITS) as (keyof typeof VISITS)[]).flatMap((seen) =>
    visitRow(
      VISITS[seen],
      visits.filter((visit) => visit.seen === seen),
    ),
  );
  const others = parts.filter((part) => part.is !== 'visit');
  const due = others.filter(({ is }) => is === 'due');
  const told = others.filter(({ is }) => is !== 'due');
  return [
    ...told.map((part) => rowOf(part, lane, today)),
    ...visitRows,
    ...due.map((part) => rowOf(part, lane, today)),
  ];
}

function visitRow(words: string, visits: readonly VisitPart[]): Row[] {
  const [first, last] = [visits[0], visits.at(-1)];
  if (!first || !last) return [];
  const days = visits.map(({ on, href }, index) => (
    <>
      {index > 0 && ', '}
      {linked(href, <Day on={on} />)}
    </>
  ));
  const what = visits.length === 1 ? words : `${words}: ${visits.length} times`;
  return [{ what, from: first.on, until: visits.length === 1 ? undefined : last.on, days: null, why: days }];
}

function rowOf(part: Exclude<SightlinePart, VisitPart>, lane: LaneName, today: LocalDate): Row {
  const what = linked(part.href, wordOf(part, lane));
  if (isStretch(part)) return { what, from: part.from, until: part.until, days: daysOf(part, today), why: part.why };
  if (part.is !== 'view') return { what, from: part.on, until: undefined, days: null, why: part.why };
  return { what, from: part.on, until: part.answeredOn, days: waitOf(part, today), why: part.why };
}

const linked = (href: string | undefined, words: ComponentChildren): ComponentChildren =>
  href ? <a href={href}>{words}</a> : words;

function wordOf(part: Exclude<SightlinePart, VisitPart>, lane: LaneName): ComponentChildren {
  if (part.is === 'gap') return <StatusWord verdict="overdue" text={part.what} />;
  if (part.is === 'unknown') return <StatusWord verdict="cannot-tell" text={part.what} />;
  if (part.is === 'part') return <StatusWord verdict="met-in-part" text={part.what} />;
  if (part.is === 'cover' && part.lateFrom) return <StatusWord verdict="met-late" text={part.what} />;
  if (part.is === 'cover' && lane === 'assessed') return <StatusWord verdict="met" text={part.what} />;
  return part.is === 'view' ? <ViewWords view={part} /> : part.what;
}

const ViewWords = ({ view }: { view: ViewPart }) => (
  <>
    {view.toldOn && <StatusWord verdict="met" text="Answered and told" />}
    {view.answeredOn && !view.toldOn && <StatusWord verdict="met-in-part" text="Decided, not told" />}
    {!view.answeredOn && <StatusWord verdict="overdue" text="Waiting" />}
    <br />
    {view.what}
  </>
);
