import type { VNode } from 'preact';
import { countOf, dayAndMonth, shortDay } from '../../../../ui/dates-in-words.ts';
import { Table } from '../../../../ui/table.tsx';
import { Missed, Quiet, Section } from '../../../../ui/text.tsx';
import { GRADE_WORDS } from '../../core/caseload-words.ts';
import { inFigures } from '../../core/county-words.ts';
import { ORDINARY_CASELOAD } from '../../core/post-on-a-day.ts';
import { CaseloadBar } from './caseload-bar.tsx';
import type { TeamPage, TeamWorker } from './team.model.ts';

/** Who carries what: every worker as a bar with the numbers beside it, and how each stands. */
export function TeamCaseloads({ shown }: { readonly shown: TeamPage }): VNode {
  const { workers, asked } = shown;
  if (workers.length === 0)
    return (
      <Section id="caseloads" heading="Nobody is in post here">
        <p>No worker of this team is recorded as in post on this day.</p>
      </Section>
    );
  const most = Math.max(ORDINARY_CASELOAD, ...workers.map(({ points }) => points));
  return (
    <Section id="caseloads" heading={headingOf(workers)}>
      <Table
        caption="Caseloads, heaviest first"
        columns={[
          { heading: 'Worker' },
          { heading: 'Children', figures: true, keepTogether: true },
          { heading: 'Points', figures: true, keepTogether: true },
          { heading: 'Caseload, from nought' },
          { heading: 'Late duties', figures: true },
          { heading: 'Leave and registration' },
        ]}
        rows={workers.map((worker) => [
          <Worker worker={worker} />,
          <Held worker={worker} />,
          <Points worker={worker} />,
          <CaseloadBar worker={worker} most={most} />,
          inFigures(worker.late),
          <Stands worker={worker} on={asked.on} />,
        ])}
      />
      <p class="sl-provenance">
        No law sets points. They are this council’s own way of weighing work; the most that a newly qualified worker’s
        first year allows is marked by a line. Children in the name of somebody who is away stand as an empty box.
      </p>
    </Section>
  );
}

function headingOf(workers: readonly TeamWorker[]): string {
  const points = workers.filter(({ post }) => post.inPost === true).map((each) => each.points);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  if (points.length === 0) return 'Nobody is in post, and children are in their names';
  if (least === most) return points.length === 1 ? `One caseload of ${countOf(most, 'point')}` : 'Caseloads are equal';
  return `Caseloads from ${inFigures(least)} to ${countOf(most, 'point')}`;
}

const Worker = ({ worker: { href, name, grade, agency } }: { worker: TeamWorker }) => (
  <>
    <a href={href}>{name}</a>
    <br />
    <Quiet>
      {grade === null ? 'Grade not recorded' : GRADE_WORDS[grade]}
      {agency === true && ', agency'}
    </Quiet>
  </>
);

const Held = ({ worker: { children, carers, notHeld } }: { worker: TeamWorker }) => (
  <>
    {inFigures(children)}
    {carers > 0 && (
      <>
        <br />
        <Quiet>and {countOf(carers, 'carer')}</Quiet>
      </>
    )}
    {notHeld > 0 && (
      <>
        <br />
        <Missed>{inFigures(notHeld)} not held</Missed>
      </>
    )}
  </>
);

const Points = ({ worker: { points, protectedAt } }: { worker: TeamWorker }) => (
  <>
    <strong>{inFigures(points)}</strong>
    {protectedAt !== null && (
      <>
        <br />
        {points > protectedAt ? (
          <Missed>{inFigures(points - protectedAt)} over</Missed>
        ) : (
          <Quiet>at most {inFigures(protectedAt)}</Quiet>
        )}
      </>
    )}
  </>
);

function Stands({ worker: { post }, on }: { worker: TeamWorker; on: TeamPage['asked']['on'] }) {
  const { inPost, left, leave, nextLeave, registration, registered } = post;
  if (inPost === null) return <span class="sl-unknown">Nothing is recorded of this worker</span>;
  if (!inPost) return <Missed>{left === null ? 'Not in post' : `Left on ${shortDay(left)}`}</Missed>;
  const until = registration?.until ?? null;
  return (
    <>
      {leave && (
        <>
          <Missed>
            Away since {dayAndMonth(leave.from)}
            {leave.until === null ? '' : `, until ${dayAndMonth(leave.until)}`}
          </Missed>
          <br />
        </>
      )}
      {!leave && nextLeave && (
        <>
          Away from {dayAndMonth(nextLeave.from)}
          {nextLeave.until === null ? '' : ` to ${dayAndMonth(nextLeave.until)}`}
          <br />
        </>
      )}
      {registered ? (
        <Quiet>{until === null ? 'registered' : `registered until ${shortDay(until)}`}</Quiet>
      ) : registration ? (
        <Missed>registration ended {until === null ? shortDay(on) : shortDay(until)}</Missed>
      ) : (
        <span class="sl-unknown">no registration recorded</span>
      )}
    </>
  );
}
