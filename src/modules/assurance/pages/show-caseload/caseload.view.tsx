import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import { countOf, longDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { NotOpened } from '../../../../ui/not-opened.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { PageTitle } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { childPath } from '../../../child-face.ts';
import { caseloadStatement, GRADE_WORDS } from '../../core/caseload-words.ts';
import { CountyAsOf } from '../county-as-of.tsx';
import { Statement } from '../statement.tsx';
import type { CaseloadPage } from './caseload.model.ts';
import { CaseloadGroups } from './caseload-groups.tsx';
import { WeightPart } from './weight-part.tsx';

type CaseloadViewProps = { readonly house: HousePage; readonly list: CaseloadPage };

/** One worker's children in the order of what is due, beside what the work weighs and how the worker stands. */
export function CaseloadView({ house, list }: CaseloadViewProps): VNode {
  const { asked, typed, fault, here, own, worker, counts } = list;
  return (
    <Layout
      house={house}
      title={own ? 'My children' : `Children of ${worker.name}`}
      nav={own ? '/my-children' : '/teams'}
      refused={fault !== null}
    >
      <PageTitle caption={<Caption list={list} />}>{own ? 'My children' : worker.name}</PageTitle>
      <Statement parts={caseloadStatement(counts, own ? null : worker.name)} />
      {list.unseenNotices > 0 && (
        <p>
          <a href="/openings">{countOf(list.unseenNotices, 'notice')} about records that were opened with a reason</a>
        </p>
      )}
      {list.wordsRaised.length > 0 && <WordsRaised children={list.wordsRaised} />}
      <CountyAsOf asked={asked} typed={typed} fault={fault} here={here} />
      <div class="sl-columns sl-columns--8">
        <div>
          <CaseloadGroups list={list} />
          <NotOpened children={list.closed} />
        </div>
        <div>
          <WeightPart list={list} />
        </div>
      </div>
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
        A child stands here once, under what is most urgent. Names, grades and teams are as recorded now. Points are
        this council’s own way of weighing work; no law sets any. A child counts for the heaviest work alone.
      </Provenance>
    </Layout>
  );
}

function Caption({ list: { worker, own, asked } }: { list: CaseloadPage }) {
  const day = longDay(asked.on);
  if (own) return <>{day}</>;
  const what = worker.grade === null ? 'Worker' : GRADE_WORDS[worker.grade];
  return (
    <>
      {what}
      {worker.agency === true && ', agency'}
      {worker.team !== null && (
        <>
          {' · '}
          <a href={`/teams/${worker.team}${askedQuery(asked)}`}>{worker.teamName}</a>
        </>
      )}
      {` · ${day}`}
    </>
  );
}

/** Words of the reader that others may not read. Which words they are, the chronology of each child shows to whoever may. */
const WordsRaised = ({ children }: { readonly children: readonly Id[] }) => (
  <p>
    Words that you wrote give a protected address or number, and are withheld from some of their readers. Correct what
    need not say it:{' '}
    {children.map((child, place) => (
      <>
        {place > 0 && ', '}
        <a href={`${childPath(child)}#chronology`}>
          {children.length === 1 ? 'the child’s chronology' : `chronology ${place + 1} of ${children.length}`}
        </a>
      </>
    ))}
    .
  </p>
);
