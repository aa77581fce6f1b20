import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import { plainDay } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle, Section } from '../../../../../ui/text.tsx';
import { typedIn } from '../../../../typed-form.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import type { Coverable } from '../../../store/rights/coverable.ts';
import type { CoverTold } from '../../../store/rights/person-record.ts';
import { byRoles, PersonChooser } from '../person-chooser.tsx';
import { SpanBoxes } from '../span-boxes.tsx';

export type CoverModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly asker: Id;
  /** The asker first. */
  readonly coverable: readonly Coverable[];
  readonly choices: readonly Rights[];
  readonly covers: readonly CoverTold[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

/** Who stands in for whom, and the form that arranges it. */
export const ArrangeCoverView = (model: CoverModel): VNode => {
  const { house, csrf, covers, coverable, faults } = model;
  return (
    <Layout house={house} title="Cover" nav="/cover" refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle>{coverable.length > 1 ? 'Cover for me and my team' : 'Cover for me'}</PageTitle>
      <Lead>
        Whoever stands in may open the records of the children of the other, on those days. They get no other right.
      </Lead>
      {coverable.length > 1 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/teams">
            The teams, and who holds which child
          </a>
        </p>
      )}
      <Section id="arranged" heading="Arranged">
        {covers.length === 0 && <p class="govuk-body">Nothing is arranged.</p>}
        {covers.map(({ entry, byName, forName, from, until }) => (
          <form key={entry} method="post" action="/cover/end" noValidate>
            <input type="hidden" name="_csrf" value={csrf} />
            <input type="hidden" name="cover" value={entry} />
            <p class="govuk-body">
              {byName} stands in for {forName} from {plainDay(from)} until {plainDay(until)}.
            </p>
            <Gov is="button" text="End this cover" classes="govuk-button--secondary" preventDoubleClick />
          </form>
        ))}
      </Section>
      <Section id="arrange" heading="Arrange cover">
        <CoverForm {...model} />
      </Section>
    </Layout>
  );
};

const leaveInWords = ({ leave }: Coverable): string => {
  if (leave === null) return '';
  return leave.until === null
    ? `, on leave since ${plainDay(leave.from)}`
    : `, leave from ${plainDay(leave.from)} until ${plainDay(leave.until)}`;
};

const CoverForm = ({ csrf, asker, coverable, choices, typed, faults }: CoverModel) => (
  <form method="post" action="/cover" class="sl-form" noValidate>
    <input type="hidden" name="_csrf" value={csrf} />
    {coverable.length > 1 ? (
      <PersonChooser
        name="for"
        label="Who is away?"
        items={coverable.map((each) => ({
          value: each.person,
          text: `${each.person === asker ? `I am (${each.name})` : each.name}${leaveInWords(each)}`,
        }))}
        typed={typed}
        faults={faults}
      />
    ) : (
      <input type="hidden" name="for" value={asker} />
    )}
    <PersonChooser
      name="by"
      label="Who stands in?"
      hint="Somebody whose role reads children’s records"
      items={byRoles(choices)}
      typed={typed}
      faults={faults}
    />
    <SpanBoxes first="The first day away" last="The last day away" typed={typed} faults={faults} />
    <Gov
      is="input"
      id="because"
      name="because"
      label={{ text: 'Why? (leave empty if there is nothing to say)' }}
      hint={{ text: 'Do not write about anybody’s health.' }}
      value={typedIn(typed, 'because')}
      classes="govuk-input--width-20"
    />
    <Gov is="button" text="Arrange" preventDoubleClick />
  </form>
);
