import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { FileKind } from '../../../../record/entry.ts';
import { countOf, shortDay } from '../../../../ui/dates-in-words.ts';
import { Quiet } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import { type DisputedEvent, valuesSaid } from '../../core/reconcile/disputed-event.ts';
import { differingInWords, sourceInWords, valueInWords } from '../../core/reconcile/event-in-words.ts';
import type { OpenDisagreements } from '../../store/open-disagreements.ts';

export const RECONCILE_PATH = '/reconciliation';
export const ROWS_ON_A_PAGE = 25;

/** Where one event is settled: by the entry of the first kind of file that tells of it. */
export const eventPath = ({ sources }: Pick<DisputedEvent, 'sources'>): `/${string}` =>
  `${RECONCILE_PATH}/events/${sources[0]?.entry ?? ''}`;
export const pairPath = (one: Id, other: Id): `/${string}` => `${RECONCILE_PATH}/identities/${one}/${other}`;

export const WHO_DECIDES = 'A team manager or a performance analyst decides.';

type Tab = 'events' | 'withdrawn' | 'identities';

/** The three lists, each with how many wait. */
export const Lists = ({ here, open }: { readonly here: Tab; readonly open: OpenDisagreements }): VNode => (
  <nav aria-label="What waits for a person">
    <ul class="sl-links">
      <TabLink here={here} tab="events" href={RECONCILE_PATH} text={`Files disagree: ${open.events}`} />
      <TabLink
        here={here}
        tab="withdrawn"
        href={`${RECONCILE_PATH}/withdrawn`}
        text={`Taken back by a file: ${open.withdrawn}`}
      />
      <TabLink
        here={here}
        tab="identities"
        href={`${RECONCILE_PATH}/identities`}
        text={`Whose book it is: ${open.identities}`}
      />
    </ul>
  </nav>
);

const TabLink = ({ here, tab, href, text }: { here: Tab; tab: Tab; href: string; text: string }) => (
  <li>{here === tab ? <strong aria-current="page">{text}</strong> : <a href={href}>{text}</a>}</li>
);

type PagesProps = {
  readonly page: number;
  readonly shown: number;
  readonly of: number;
  /** One of what is listed, and several. */
  readonly what: readonly [string, string];
  readonly address: (page: number) => string;
};

/** Which rows are shown, and the way to those before and after. */
export function PagesOf({ page, shown, of, what, address }: PagesProps): VNode | null {
  if (of === 0) return null;
  const first = (page - 1) * ROWS_ON_A_PAGE + 1;
  const last = first + shown - 1;
  return (
    <nav aria-label="Pages of the list" class="sl-pages">
      <span>
        {first.toLocaleString('en-GB')} to {last.toLocaleString('en-GB')} of {countOf(of, ...what)}.
      </span>
      {page > 1 && <a href={address(page - 1)}>Previous {ROWS_ON_A_PAGE}</a>}
      {last < of && <a href={address(page + 1)}>Next {Math.min(ROWS_ON_A_PAGE, of - last)}</a>}
    </nav>
  );
}

/** The council's id, which leads to the child, and the name where one is held. */
export const ChildLink = ({
  book,
  councilId,
  name,
}: {
  readonly book: Id;
  readonly councilId: string;
  readonly name: string | null;
}): VNode => (
  <>
    <a href={childPath(book)}>{name ?? councilId}</a>
    {name !== null && (
      <>
        <br />
        <Quiet>{councilId}</Quiet>
      </>
    )}
  </>
);

/** Each value that is said of what differs, with the files that say it, field by field. */
export const WhatFilesSay = ({ event }: { readonly event: DisputedEvent }): VNode => (
  <>
    {event.fields.map((field) => (
      <div key={field}>
        <strong>{capital(differingInWords(field))}</strong>
        {valuesSaid(event, field).map(({ value, by }) => (
          <div key={by[0].kind}>
            {valueInWords(value, shortDay)}{' '}
            <Quiet>{by.map((source) => sourceInWords(source, shortDay)).join('; ')}</Quiet>
          </div>
        ))}
      </div>
    ))}
  </>
);

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `census and Annex A`, or three with commas. */
export function kindsInWords(kinds: readonly FileKind[], words: (kind: FileKind) => string): string {
  const said = kinds.map(words);
  return said.length < 2 ? (said[0] ?? '') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
