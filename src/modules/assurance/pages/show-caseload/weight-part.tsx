import type { VNode } from 'preact';
import { countOf, shortDay } from '../../../../ui/dates-in-words.ts';
import { Table } from '../../../../ui/table.tsx';
import { Definitions, Missed, Quiet, Section } from '../../../../ui/text.tsx';
import { CASELOAD_WEIGHTS } from '../../../workforce/public.ts';
import { WORK_WORDS } from '../../core/caseload-words.ts';
import { inFigures } from '../../core/county-words.ts';
import type { PostOnADay } from '../../core/post-on-a-day.ts';
import type { CaseloadPage } from './caseload.model.ts';

/** What the caseload weighs and of what, and how the worker stands. */
export const WeightPart = ({ list }: { readonly list: CaseloadPage }): VNode => (
  <>
    <Section id="weight" heading={`${countOf(list.caseload.points, 'point')} of work`}>
      <Protected list={list} />
      {list.caseload.held > 0 && <ByWork list={list} />}
    </Section>
    <Section id="standing" heading="Leave and registration">
      <Definitions of={standingInWords(list.post, list.asked.on)} />
    </Section>
  </>
);

function Protected({ list: { protectedAt, caseload } }: { list: CaseloadPage }) {
  if (protectedAt === null) return null;
  const over = caseload.points - protectedAt;
  return (
    <p>
      The first year of a newly qualified worker allows {countOf(protectedAt, 'point')}, by this council’s own limit.{' '}
      {over > 0 ? <Missed>That is {countOf(over, 'point')} too many.</Missed> : 'It is kept.'}
    </p>
  );
}

const ByWork = ({ list: { caseload } }: { list: CaseloadPage }) => (
  <Table
    caption="Children and carers by what is being done"
    columns={[{ heading: 'Work' }, { heading: 'Held', figures: true }, { heading: 'Points', figures: true }]}
    rows={[...caseload.by].map(([work, count]) => [
      <>
        {WORK_WORDS[work]}
        <br />
        <Quiet>{countOf(CASELOAD_WEIGHTS[work], 'point')} each</Quiet>
      </>,
      inFigures(count),
      inFigures(count * CASELOAD_WEIGHTS[work]),
    ])}
    totals={['All', inFigures(caseload.held), inFigures(caseload.points)]}
  />
);

/** Days of leave are said, never its kind. */
export function standingInWords(post: PostOnADay, on: CaseloadPage['asked']['on']): [string, VNode | string][] {
  const { inPost, since, left, leave, nextLeave } = post;
  const said: [string, VNode | string][] = [];
  if (inPost === null) said.push(['In post', <span class="sl-unknown">Nothing is recorded of this worker</span>]);
  else if (inPost) said.push(['In post', since === null ? 'Yes' : `Since ${shortDay(since)}`]);
  else said.push(['In post', <Missed>{left === null ? 'Not on this day' : `Left on ${shortDay(left)}`}</Missed>]);
  if (leave) said.push(['Away', <Missed>{daysInWords(leave)}</Missed>]);
  else if (inPost)
    said.push(['Away', nextLeave ? `From ${daysInWords(nextLeave)}` : 'No leave is recorded from this day on']);
  said.push(['Registered', registrationInWords(post, on)]);
  return said;
}

const daysInWords = ({
  from,
  until,
}: {
  from: CaseloadPage['asked']['on'];
  until: CaseloadPage['asked']['on'] | null;
}) => (until === null ? `${shortDay(from)}, and nobody knows until when` : `${shortDay(from)} to ${shortDay(until)}`);

function registrationInWords(
  { registration, registered }: PostOnADay,
  on: CaseloadPage['asked']['on'],
): VNode | string {
  if (!registration) return <span class="sl-unknown">No registration is recorded</span>;
  const { until } = registration;
  if (!registered) return <Missed>Ended on {until === null ? shortDay(on) : shortDay(until)}</Missed>;
  return until === null ? 'Yes; its last day is not known' : `Until ${shortDay(until)}`;
}
