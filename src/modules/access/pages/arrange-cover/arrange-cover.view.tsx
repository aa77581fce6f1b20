import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { dateTyped } from '../../../../ui/date-boxes.ts';
import { DateBoxes } from '../../../../ui/date-fields.tsx';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Lead, PageTitle, Section } from '../../../../ui/text.tsx';
import { typedIn } from '../../../typed-form.ts';
import type { Rights } from '../../core/decide-rights.ts';
import { rolesInWords } from '../../core/permission.ts';
import type { Coverable } from '../../store/coverable.ts';
import type { CoverTold } from '../../store/person-record.ts';
import { faultyDate } from '../faulty-date.ts';

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
      <Gov
        is="select"
        id="for"
        name="for"
        label={{ text: 'Who is away?', classes: 'govuk-label--m' }}
        value={typedIn(typed, 'for')}
        errorMessage={faultOf(faults, 'for')}
        items={[
          { value: '', text: 'Choose somebody' },
          ...coverable.map((each) => ({
            value: each.person,
            text: `${each.person === asker ? `I am (${each.name})` : each.name}${leaveInWords(each)}`,
          })),
        ]}
      />
    ) : (
      <input type="hidden" name="for" value={asker} />
    )}
    <Gov
      is="select"
      id="by"
      name="by"
      label={{ text: 'Who stands in?', classes: 'govuk-label--m' }}
      hint={{ text: 'Somebody whose role reads children’s records' }}
      value={typedIn(typed, 'by')}
      errorMessage={faultOf(faults, 'by')}
      items={[
        { value: '', text: 'Choose somebody' },
        ...choices.map((each) => ({ value: each.person, text: `${each.name}, ${rolesInWords(each.roles)}` })),
      ]}
    />
    <DateBoxes
      name="from"
      legend="The first day away"
      typed={dateTyped(typed, 'from')}
      read={faultyDate(faults, 'from')}
    />
    <DateBoxes
      name="until"
      legend="The last day away"
      typed={dateTyped(typed, 'until')}
      read={faultyDate(faults, 'until')}
    />
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
