import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import { countOf, momentInWords } from '../../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, Lines, Missed, PageTitle, Quiet, Section, Typed } from '../../../../../ui/text.tsx';
import { childPath } from '../../../../child-face.ts';
import { isRunning, leftInWords, mayEnd } from '../../../core/openings/reasoned-opening.ts';
import type { ListedOpening, OwnNotice, ToldOpening } from '../../../store/openings/openings.ts';
import { FINDING_IN_WORDS } from '../finding-in-words.ts';
import { type ChildInWords, headingIn } from '../opening-house.ts';

export type OpeningsPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly person: Id;
  /** The machine's time, by which openings run. */
  readonly now: Instant;
  readonly own: readonly ListedOpening[];
  readonly told: readonly ToldOpening[];
  /** What this person has not seen yet about their own openings. */
  readonly notices: readonly OwnNotice[];
  readonly names: ReadonlyMap<Id, ChildInWords>;
};

/** What this person has open with a reason, and what others opened of the children for whom this person answers. */
export function ShowOpeningsView(page: OpeningsPage): VNode {
  const { house, own, told, notices, now } = page;
  const running = told.filter((each) => isRunning(each, now)).length;
  return (
    <Layout house={house} title="Openings with a reason" nav="/openings">
      <PageTitle>Openings with a reason</PageTitle>
      <Lead>
        {own.length === 0 ? 'You have no record open with a reason' : `You have ${countOf(own.length, 'record')} open`}.{' '}
        {running === 0
          ? 'Nobody else has a record of your children open with one.'
          : `Others have ${countOf(running, 'record')} of your children open with one.`}
      </Lead>
      {notices.length > 0 && <Lines of={notices.map((notice) => noticeInWords(notice, page))} />}
      {(notices.length > 0 || told.some(({ unseen }) => unseen)) && <Seen csrf={page.csrf} />}
      {own.length > 0 && (
        <Section id="own" heading="What you have open">
          <Openings page={page} rows={own.map((each) => ({ ...each, answersForChild: false, unseen: false }))} own />
        </Section>
      )}
      {told.length > 0 && (
        <Section id="told" heading="What others opened of your children, newest first">
          <Openings page={page} rows={told} own={false} />
        </Section>
      )}
    </Layout>
  );
}

function noticeInWords(notice: OwnNotice, page: OpeningsPage) {
  const whose = `Your opening of ${momentInWords(notice.openedAt)}, ${headingIn(page.names, notice.child)}`;
  if (notice.kind === 'opening-ended') return `${whose}: ${notice.endedByName ?? 'somebody'} ended it.`;
  const finding = FINDING_IN_WORDS[notice.finding ?? ''] ?? 'looked at';
  return <Typed>{`${whose}: it was reviewed. ${finding}.${notice.remark ? ` “${notice.remark}”` : ''}`}</Typed>;
}

const Seen = ({ csrf }: { csrf: string }) => (
  <form method="post" action="/openings/seen">
    <input type="hidden" name="_csrf" value={csrf} />
    <button type="submit" class="sl-small-button">
      I have seen what is new
    </button>
  </form>
);

type OpeningsProps = { page: OpeningsPage; rows: readonly ToldOpening[]; own: boolean };

const Openings = ({ page, rows, own }: OpeningsProps) => (
  <Table
    caption={own ? 'What you have open with a reason' : 'What others opened with a reason'}
    columns={[
      { heading: 'Child' },
      ...(own ? [] : [{ heading: 'Opened by' }]),
      { heading: 'Reason' },
      { heading: 'Opened', keepTogether: true },
      { heading: 'Now' },
    ]}
    rows={rows.map((row) => [
      <ChildLink page={page} row={row} />,
      ...(own ? [] : [row.personName]),
      <Typed>{row.reason}</Typed>,
      momentInWords(row.openedAt),
      <State page={page} row={row} />,
    ])}
  />
);

function ChildLink({ page, row }: { page: OpeningsPage; row: ToldOpening }) {
  const name = headingIn(page.names, row.child);
  const isOpen = row.answersForChild || (row.person === page.person && isRunning(row, page.now));
  return (
    <>
      {isOpen && page.names.has(row.child) ? <a href={childPath(row.child)}>{name}</a> : name}
      {row.unseen && (
        <>
          <br />
          <Missed>New</Missed>
        </>
      )}
    </>
  );
}

function State({ page: { csrf, person, now, names }, row }: { page: OpeningsPage; row: ToldOpening }) {
  if (!isRunning(row, now))
    return <Quiet>{row.endedAt === null ? 'Over' : `Ended by ${row.endedByName ?? 'somebody'}`}</Quiet>;
  return (
    <>
      {leftInWords(row, now)}
      {mayEnd(row, { person, answersForChild: row.answersForChild, now }) && (
        <form method="post" action={`/openings/${row.id}/end`} class="sl-form">
          <input type="hidden" name="_csrf" value={csrf} />
          <button type="submit" class="sl-small-button">
            End it now<span class="govuk-visually-hidden">: {headingIn(names, row.child)}</span>
          </button>
        </form>
      )}
    </>
  );
}
