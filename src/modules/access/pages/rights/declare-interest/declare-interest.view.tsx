import type { VNode } from 'preact';
import type { LocalDate } from '../../../../../kernel/local-date.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import { plainDay } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, Lines, PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../../child-face.ts';
import { typedIn } from '../../../../typed-form.ts';
import { INTEREST_IN_WORDS } from '../../../core/rights/interest.entry.ts';
import type { InterestTold } from '../../../store/rights/person-record.ts';
import { Kinds } from '../interest-kinds.tsx';

export const OWN_INTERESTS = '/my-account/interests';

type Form = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};
export type OwnInterestsModel = Form & { readonly interests: readonly InterestTold[] };
export type ChildInterestModel = Form & { readonly face: ChildFace; readonly today: LocalDate };

/** One's own interests: in one's own words and numbers, so that nobody learns from it whether a child has a record. */
export const OwnInterestsView = ({ house, csrf, interests, typed, faults }: OwnInterestsModel): VNode => (
  <Layout
    house={house}
    title="Children whom I know outside work"
    back={{ text: 'My account', href: '/my-account' }}
    refused={faults.length > 0}
  >
    <ErrorSummary faults={faults} />
    <PageTitle>Children whom I know outside work</PageTitle>
    <Lead>
      If you know a child or a family outside work, say so here. If the child has a record, it closes for you at once,
      and nobody thinks the worse of you for it.
    </Lead>
    <Section id="said" heading="What you have said">
      <Lines
        of={
          interests.length === 0
            ? ['Nothing yet.']
            : interests.map(({ kind, on, numberTyped, because }) => (
                <>
                  {numberTyped === null ? 'A child' : `The number ${numberTyped}`}:{' '}
                  {INTEREST_IN_WORDS[kind].toLowerCase()}, said on {plainDay(on)}.{' '}
                  <Quiet>{because ?? 'You said no more.'}</Quiet>
                </>
              ))
        }
      />
      <p class="govuk-body">Your manager or an administrator ends it, with a reason, when it no longer holds.</p>
    </Section>
    <Section id="say" heading="Say that you know a child">
      <form method="post" action={OWN_INTERESTS} class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <Gov
          is="input"
          id="number"
          name="number"
          label={{ text: 'The council’s number of the child', classes: 'govuk-label--m' }}
          hint={{
            text: 'Search for the child by name to find it. You are not told whether a number has a record. If you find none, tell your manager.',
          }}
          classes="govuk-input--width-20"
          value={typedIn(typed, 'number')}
          errorMessage={faultOf(faults, 'number')}
          spellcheck={false}
        />
        <KnowingBoxes typed={typed} faults={faults} />
        <Gov is="button" text="Say so" preventDoubleClick />
      </form>
    </Section>
  </Layout>
);

/** The same, of a child whose record is open. */
export const ChildInterestView = ({ house, csrf, face, today, typed, faults }: ChildInterestModel): VNode => (
  <Layout
    house={house}
    title="I know this child outside work"
    nav="/children"
    back={{ text: headingOf(face, today), href: childPath(face.child) }}
    refused={faults.length > 0}
  >
    <ErrorSummary faults={faults} />
    <PageTitle caption={councilIdsOf(face)}>Do you know this child outside work?</PageTitle>
    <Lead>When you say so, the record closes for you at once. You cannot open it again yourself.</Lead>
    <form method="post" action={`${childPath(face.child)}/interest`} class="sl-form" noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <KnowingBoxes typed={typed} faults={faults} />
      <Gov is="button" text="I know this child" classes="govuk-button--warning" preventDoubleClick />
    </form>
  </Layout>
);

const KnowingBoxes = ({ typed, faults }: Pick<Form, 'typed' | 'faults'>) => (
  <>
    <Kinds typed={typed} faults={faults} legend="How do you know the child?" />
    <Gov
      is="textarea"
      id="how"
      name="how"
      rows={2}
      label={{ text: 'In your own words (leave empty if there is nothing to say)' }}
      hint={{ text: 'You, managers and administrators may read it. Do not write where the child lives.' }}
      value={typedIn(typed, 'how')}
    />
  </>
);
