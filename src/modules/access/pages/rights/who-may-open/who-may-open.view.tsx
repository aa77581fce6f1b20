import type { VNode } from 'preact';
import type { LocalDate } from '../../../../../kernel/local-date.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import { countOf, plainDay, shortDay } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { Lead, Missed, PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../../child-face.ts';
import { typedIn } from '../../../../typed-form.ts';
import { rolesInWords } from '../../../core/permission.ts';
import { RELATION_IN_WORDS } from '../../../core/relation.ts';
import { ROLE_OF_RELATION } from '../../../core/rights/decide-named-relation.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import { INTEREST_IN_WORDS } from '../../../core/rights/interest.entry.ts';
import { NAMED_RELATIONS } from '../../../core/rights/named-relation.entry.ts';
import type { MayOpenNow, NamedPart, RestrictionTold } from '../../../store/rights/child-access.ts';
import type { InterestTold } from '../../../store/rights/person-record.ts';
import { Kinds } from '../interest-kinds.tsx';
import { byRoles, PersonChooser } from '../person-chooser.tsx';
import { SpanBoxes } from '../span-boxes.tsx';

export type WhoMayOpenModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly today: LocalDate;
  readonly face: ChildFace;
  readonly people: readonly MayOpenNow[];
  readonly parts: readonly NamedPart[];
  readonly restriction: RestrictionTold | null;
  /** Of those who know the child outside work; null for a reader who may not learn it. */
  readonly interests: readonly (InterestTold & { readonly name: string })[] | null;
  readonly mayManage: boolean;
  readonly mayRestrict: boolean;
  /** Everybody who may be chosen: active people who read children. */
  readonly choices: readonly Rights[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

export const whoMayOpenPath = ({ child }: Pick<ChildFace, 'child'>): `/${string}` =>
  `${childPath(child)}/people-who-may-see`;

/** Who may open a child's record and why, and the forms that change it. */
export const WhoMayOpenView = (model: WhoMayOpenModel): VNode => {
  const { house, face, today, people, restriction, faults } = model;
  const back = { text: headingOf(face, today), href: childPath(face.child) };
  return (
    <Layout house={house} title="Who may open this record" nav="/children" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={councilIdsOf(face)}>Who may open this record</PageTitle>
      <Lead>
        {restriction ? <Missed>The record is restricted. </Missed> : ''}
        {countOf(people.length, 'person', 'people')} may open it today without giving a reason.
      </Lead>
      <Table
        caption="Who may open the record today, and why"
        columns={[{ heading: 'Name' }, { heading: 'Why' }, { heading: 'Role' }]}
        rows={people.map(({ name, relation, roles }) => [name, RELATION_IN_WORDS[relation], rolesInWords(roles)])}
      />
      {!restriction && (
        <p class="govuk-body">
          Anybody else who reads children’s records has to give a reason. The child’s worker, the manager and the data
          protection officer are told.
        </p>
      )}
      <p class="govuk-body">
        Do you know this child outside work?{' '}
        <a class="govuk-link" href={`${childPath(face.child)}/interest`}>
          Say so, and the record closes for you
        </a>
        .
      </p>
      <Parts {...model} />
      {model.interests && <Interests {...model} interests={model.interests} />}
      <Restriction {...model} />
    </Layout>
  );
};

const Hidden = ({ csrf }: { readonly csrf: string }) => <input type="hidden" name="_csrf" value={csrf} />;

const Parts = (model: WhoMayOpenModel) => {
  const { face, csrf, parts, mayManage } = model;
  return (
    <Section id="parts" heading="Parts in the child’s life">
      {parts.length === 0 && (
        <p class="govuk-body">Nobody is named as chair, reviewing officer, lawyer or supervisor.</p>
      )}
      {parts.map((part) => (
        <form key={part.entry} method="post" action={`${whoMayOpenPath(face)}/parts/end`} noValidate>
          <Hidden csrf={csrf} />
          <input type="hidden" name="part" value={part.entry} />
          <p class="govuk-body">
            {part.name}: {RELATION_IN_WORDS[part.as].toLowerCase()}, from {plainDay(part.from)}
            {part.until === null ? '' : ` until ${plainDay(part.until)}`}.
          </p>
          {mayManage && <Gov is="button" text="End this part" classes="govuk-button--secondary" preventDoubleClick />}
        </form>
      ))}
      {mayManage && <NamePart {...model} />}
    </Section>
  );
};

const NamePart = ({ face, csrf, choices, typed, faults }: WhoMayOpenModel) => (
  <form method="post" action={`${whoMayOpenPath(face)}/parts`} class="sl-form" noValidate>
    <Hidden csrf={csrf} />
    <h3 class="govuk-heading-s">Name somebody</h3>
    <Gov
      is="radios"
      idPrefix="as"
      name="as"
      fieldset={{ legend: { text: 'Which part do they have?', classes: 'govuk-fieldset__legend--m' } }}
      errorMessage={faultOf(faults, 'as')}
      value={typedIn(typed, 'as')}
      items={NAMED_RELATIONS.map((each) => ({ value: each, text: RELATION_IN_WORDS[each] }))}
    />
    <PersonChooser
      name="person"
      label="Who is it?"
      hint="Only people with the role can be named"
      items={byRoles(
        choices.filter(({ roles }) => NAMED_RELATIONS.some((each) => roles.includes(ROLE_OF_RELATION[each]))),
      )}
      typed={typed}
      faults={faults}
    />
    <SpanBoxes
      first="From which day?"
      last="Until which day?"
      lastHint="The last day. Leave it empty when you do not know."
      typed={typed}
      faults={faults}
    />
    <Gov is="button" text="Name them" preventDoubleClick />
  </form>
);

const Interests = (model: WhoMayOpenModel & { readonly interests: NonNullable<WhoMayOpenModel['interests']> }) => {
  const { face, csrf, interests, choices, typed, faults, mayManage } = model;
  return (
    <Section id="interests" heading="Who knows the child outside work">
      {interests.length === 0 && <p class="govuk-body">Nobody has said so. The record is hidden from whoever does.</p>}
      {interests.map(({ entry, name, kind, on, because }, index) => (
        <form key={entry} method="post" action={`${whoMayOpenPath(face)}/interests/end`} noValidate>
          <Hidden csrf={csrf} />
          <input type="hidden" name="interest" value={entry} />
          <p class="govuk-body">
            {name}: {INTEREST_IN_WORDS[kind].toLowerCase()}, said on {shortDay(on)}.{' '}
            <Quiet>{because ?? 'No more was said.'}</Quiet>
          </p>
          {mayManage && (
            <>
              <Gov
                is="input"
                id={`ended-${index}`}
                name="because"
                label={{ text: 'Why does it no longer hold?' }}
                classes="govuk-input--width-20"
              />
              <Gov is="button" text="End this interest" classes="govuk-button--secondary" preventDoubleClick />
            </>
          )}
        </form>
      ))}
      {mayManage && (
        <form method="post" action={`${whoMayOpenPath(face)}/interests`} class="sl-form" noValidate>
          <Hidden csrf={csrf} />
          <PersonChooser
            name="who-knows"
            label="Somebody else knows the child: who?"
            hint="The record is hidden from them at once"
            items={byRoles(choices)}
            typed={typed}
            faults={faults}
          />
          <Kinds typed={typed} faults={faults} legend="How do they know the child?" />
          <Gov
            is="input"
            id="how"
            name="how"
            label={{ text: 'How do you know? (leave empty if there is nothing to say)' }}
            value={typedIn(typed, 'how')}
            classes="govuk-input--width-20"
          />
          <Gov is="button" text="Say that they know the child" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
    </Section>
  );
};

const Restriction = (model: WhoMayOpenModel) => {
  const { face, csrf, restriction, mayRestrict, typed, faults } = model;
  return (
    <Section id="restriction" heading="Restriction">
      <p class="govuk-body">
        {restriction === null
          ? 'The record is not restricted.'
          : restriction.names.length === 0
            ? 'Only the child’s own worker and the manager of that team may open the record.'
            : `Beside the child’s own worker and the manager of that team, only ${restriction.names.join(', ')} may open the record.`}{' '}
        To everybody else a restricted record answers as if it were not there.
      </p>
      {mayRestrict && (
        <form method="post" action={`${whoMayOpenPath(face)}/restriction`} class="sl-form" noValidate>
          <Hidden csrf={csrf} />
          <Gov
            is="textarea"
            id="named"
            name="named"
            rows={3}
            label={{ text: restriction === null ? 'Restrict it to whom?' : 'Restrict it to others instead' }}
            hint={{
              text: 'E-mail addresses, one a line. You name yourself too, unless the child or the team is yours.',
            }}
            value={typedIn(typed, 'named')}
            errorMessage={faultOf(faults, 'named')}
          />
          <Gov
            is="textarea"
            id="why-restricted"
            name="why-restricted"
            rows={2}
            label={{ text: 'Why?' }}
            hint={{ text: 'Those who may open the record read it.' }}
            value={typedIn(typed, 'why-restricted')}
            errorMessage={faultOf(faults, 'why-restricted')}
          />
          <Gov is="button" text="Restrict the record" classes="govuk-button--warning" preventDoubleClick />
        </form>
      )}
      {mayRestrict && restriction && (
        <form method="post" action={`${whoMayOpenPath(face)}/restriction/lift`} noValidate>
          <Hidden csrf={csrf} />
          <Gov
            is="input"
            id="why-lifted"
            name="why-lifted"
            label={{ text: 'Why is it lifted?' }}
            classes="govuk-input--width-20"
            errorMessage={faultOf(faults, 'why-lifted')}
          />
          <Gov is="button" text="Lift the restriction" classes="govuk-button--secondary" preventDoubleClick />
        </form>
      )}
    </Section>
  );
};
