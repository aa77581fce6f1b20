import type { VNode } from 'preact';
import { Columns } from '../../../../ui/columns.tsx';
import { DaysCounted } from '../../../../ui/counted-days.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { StatusWord } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Definitions, Lead, PageTitle, Quiet, Section } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { childPath } from '../../../child-face.ts';
import type { ReadVerdicts } from '../../../child-page.ts';
import type { ExplainedVerdict, HowCounted } from './explain-verdict.model.ts';

type ExplainProps = { readonly house: HousePage; readonly child: ReadVerdicts; readonly explained: ExplainedVerdict };

/** Any verdict, down to the days counted and the entries that it rests on. */
export function ExplainVerdictView({ house, child, explained }: ExplainProps): VNode {
  const { face, asked } = child;
  const childHref = `${childPath(face.child)}${askedQuery(asked)}`;
  return (
    <Layout house={house} title={explained.title} nav="/children" back={{ text: 'The child’s page', href: childHref }}>
      <PageTitle caption={explained.caption}>{explained.title}</PageTitle>
      <p>
        <StatusWord verdict={explained.verdict} text={explained.headline} miss={explained.miss} big />
      </p>
      <Lead>{explained.answer.map((part) => (typeof part === 'string' ? part : <strong>{part.strong}</strong>))}</Lead>
      <Columns first={8}>
        {[
          <>
            {explained.counting && <HowTheDaysWereCounted counting={explained.counting} />}
            <WhatWasKnown explained={explained} childHref={childHref} />
          </>,
          <TheRule explained={explained} />,
        ]}
      </Columns>
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt} />
    </Layout>
  );
}

const HowTheDaysWereCounted = ({ counting }: { counting: HowCounted }) => (
  <Section id="counted" heading="How the days were counted">
    <p>{counting.sentence}</p>
    {counting.days && <DaysCounted counting={counting.days} />}
    {counting.otherWay && (
      <p>
        <Quiet>{counting.otherWay}</Quiet>
      </p>
    )}
  </Section>
);

const WhatWasKnown = ({
  explained: { known, remarks },
  childHref,
}: {
  explained: ExplainedVerdict;
  childHref: string;
}) => (
  <Section id="known" heading="What was known, and when">
    {known.length === 0 ? (
      <p>The entry behind this is not one that can be shown here.</p>
    ) : (
      <Table
        caption="The entries behind the verdict"
        columns={[
          { heading: 'Entry', namesRow: true },
          { heading: 'Happened', keepTogether: true },
          { heading: 'Written down' },
          { heading: 'By' },
        ]}
        rows={known.map((row) => [
          <>
            <a href={`${childHref}#entry-${row.entry}`}>{row.corrected ? <del>{row.tells}</del> : row.tells}</a>{' '}
            {row.role}
          </>,
          row.happened,
          row.writtenDown,
          row.writtenBy,
        ])}
      />
    )}
    {remarks.length > 0 && (
      <ul class="sl-know">
        {remarks.map((remark, index) => (
          <li key={index}>{remark}</li>
        ))}
      </ul>
    )}
  </Section>
);

const TheRule = ({ explained: { rule, missing, known } }: { explained: ExplainedVerdict }) => (
  <>
    <Section id="rule" heading="The rule">
      <Definitions of={rule} />
    </Section>
    <h3 class="sl-h3">What is missing</h3>
    {missing.length === 0 ? (
      <p>
        {known.length === 0
          ? 'Nothing that a person could still write down.'
          : 'Nothing. What it rests on is recorded.'}
      </p>
    ) : (
      missing.map((sentence, index) => <p key={index}>{sentence}</p>)
    )}
    <h3 class="sl-h3">If this looks wrong</h3>
    <p>
      What was written wrongly is put right by a later entry that names it: the old one stays, and both are shown. A
      rule that looks wrong is put right in its file, for every child at once.
    </p>
  </>
);
