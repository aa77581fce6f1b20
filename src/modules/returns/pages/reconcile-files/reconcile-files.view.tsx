import type { VNode } from 'preact';
import type { FileKind } from '../../../../record/entry.ts';
import { countOf, plainDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Quiet } from '../../../../ui/text.tsx';
import { KIND_IN_WORDS } from '../../core/file-kind.ts';
import type { DisputedEvent } from '../../core/reconcile/disputed-event.ts';
import { differingInWords, eventInWords } from '../../core/reconcile/event-in-words.ts';
import type { Holder } from '../../store/around-disputes.ts';
import type { DisputeCounts, DisputeFilter } from '../../store/disputed-events.ts';
import type { OpenDisagreements } from '../../store/open-disagreements.ts';
import {
  ChildLink,
  capital,
  eventPath,
  kindsInWords,
  Lists,
  PagesOf,
  RECONCILE_PATH,
  WHO_DECIDES,
  WhatFilesSay,
} from './reconcile-parts.tsx';

/** An event with what a reader needs beside it. */
export type ListedEvent = {
  readonly event: DisputedEvent;
  readonly name: string | null;
  /** Titles of the duties whose verdict cannot be told meanwhile. */
  readonly duties: readonly string[];
  readonly holder: Holder | null;
};

export type ReconcileFilesModel = {
  readonly house: HousePage;
  readonly open: OpenDisagreements;
  /** Of the events that are listed: those that wait, or those that were settled. */
  readonly counts: DisputeCounts;
  readonly filter: DisputeFilter;
  /** From 1. */
  readonly page: number;
  readonly of: number;
  readonly events: readonly ListedEvent[];
};

/** Every event of which two kinds of file say different things, and who can say which is right. */
export function ReconcileFilesView(model: ReconcileFilesModel): VNode {
  const { house, open, counts, filter } = model;
  return (
    <Layout house={house} title="Where files disagree" nav={RECONCILE_PATH}>
      <PageTitle caption="Files side by side">{headingOf(model)}</PageTitle>
      <Lead>{leadOf(open)}</Lead>
      <Lists here="events" open={open} />
      {open.kinds.length > 1 && (
        <p>
          {filter.settled ? (
            <a href={RECONCILE_PATH}>Those that nobody has settled</a>
          ) : (
            <a href={`${RECONCILE_PATH}?settled=yes`}>Those that were settled</a>
          )}
        </p>
      )}
      {counts.events > 0 && <Events {...model} />}
    </Layout>
  );
}

function headingOf({ open, counts, filter }: ReconcileFilesModel): string {
  if (filter.settled)
    return counts.events === 0
      ? 'Nothing on which files disagree has been settled yet'
      : `${countOf(counts.events, 'disagreement')} between files ${counts.events === 1 ? 'was' : 'were'} settled`;
  if (open.events > 0)
    return `Files disagree about ${countOf(open.events, 'event')} of ${countOf(open.children, 'child', 'children')}`;
  if (open.kinds.length === 0) return 'No file has been loaded: there is nothing to compare';
  if (open.kinds.length === 1) return 'Only one kind of file has been loaded: there is nothing to compare';
  return 'Wherever two files speak of the same event, they agree or somebody has decided';
}

function leadOf({ kinds, events }: OpenDisagreements): string {
  const names = kindsInWords(kinds, (kind) => KIND_IN_WORDS[kind].name);
  if (kinds.length === 0) return 'Whether what the council’s files say fits together cannot be told.';
  if (kinds.length === 1)
    return `Loaded so far: ${names}. Whether another kind of file says the same cannot be told until one is loaded.`;
  if (events === 0) return `Compared: ${names}. What only one of them says has been held against nothing.`;
  return `Compared: ${names}. What each says is kept, and a verdict that turns on the difference cannot be told until somebody decides.`;
}

function Events({ counts, filter, page, of, events }: ReconcileFilesModel) {
  return (
    <>
      <Filter counts={counts} filter={filter} />
      {events.length === 0 ? (
        <p>None of them is between these files and of this kind.</p>
      ) : (
        <Table
          caption={filter.settled ? 'Settled disagreements' : 'Events of which files say different things'}
          columns={[
            { heading: 'Child', namesRow: true },
            { heading: 'Event' },
            { heading: 'What differs' },
            { heading: 'What cannot be told' },
            { heading: 'Who can say' },
          ]}
          rows={events.map((row) => [
            <ChildLink book={row.event.book} councilId={row.event.laChildId} name={row.name} />,
            <a href={eventPath(row.event)}>{eventInWords(row.event, plainDay)}</a>,
            <WhatFilesSay event={row.event} />,
            turnsOn(row),
            whoCanSay(row.holder),
          ])}
        />
      )}
      <PagesOf
        page={page}
        shown={events.length}
        of={of}
        what={['event', 'events']}
        address={(number) => addressOf(filter, number)}
      />
      {!filter.settled && <p>{WHO_DECIDES}</p>}
    </>
  );
}

const turnsOn = ({ duties, event }: ListedEvent) =>
  duties.length > 0 ? (
    duties.join('; ')
  ) : (
    <Quiet>{event.settled ? 'nothing any more' : 'no verdict turns on it'}</Quiet>
  );

const whoCanSay = (holder: Holder | null) =>
  holder?.worker ?? holder?.manager ?? <Quiet>nobody is named as holding the child</Quiet>;

const pairOf = (kinds: readonly [FileKind, FileKind]): string => kinds.join('+');

function Filter({ counts, filter }: { counts: DisputeCounts; filter: DisputeFilter }) {
  const sum = (of: (by: DisputeCounts['by'][number]) => string): [string, number][] => {
    const sums = new Map<string, number>();
    for (const each of counts.by) sums.set(of(each), (sums.get(of(each)) ?? 0) + each.events);
    return [...sums];
  };
  const short = (kind: string) => KIND_IN_WORDS[kind as FileKind].short;
  return (
    <form class="sl-filter" method="get" action={RECONCILE_PATH}>
      {filter.settled && <input type="hidden" name="settled" value="yes" />}
      <Choose
        name="files"
        label="Between"
        all={`All files (${counts.events})`}
        chosen={filter.kinds && pairOf(filter.kinds)}
        options={[...new Set(counts.by.map(({ one, other }) => pairOf([one, other])))].map((pair) => ({
          value: pair,
          text: capital(pair.split('+').map(short).join(' and ')),
        }))}
      />
      <Choose
        name="field"
        label="What differs"
        all="Anything"
        chosen={filter.field}
        options={sum(({ field }) => field).map(([field, events]) => ({
          value: field,
          text: `${capital(differingInWords(field))} (${events})`,
        }))}
      />
      <button type="submit" class="sl-small-button">
        Show
      </button>
    </form>
  );
}

type ChooseProps = {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

const Choose = ({ name, label, all, chosen, options }: ChooseProps) => (
  <span class="sl-choice">
    <label for={`choose-${name}`}>{label}</label>{' '}
    <select class="sl-box" id={`choose-${name}`} name={name}>
      <option value="">{all}</option>
      {options.map(({ value, text }) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </span>
);

function addressOf({ kinds, field, settled }: DisputeFilter, page: number): string {
  const query = new URLSearchParams();
  if (settled) query.set('settled', 'yes');
  if (kinds) query.set('files', pairOf(kinds));
  if (field !== null) query.set('field', field);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? RECONCILE_PATH : `${RECONCILE_PATH}?${query}`;
}
