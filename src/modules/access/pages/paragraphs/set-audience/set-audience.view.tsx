import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import { WITHHELD_IN_WORDS } from '../../../../../record/said.ts';
import { countOf } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov, govHtml } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, Lines, PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import { childPath } from '../../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../../draft-notice.tsx';
import { typedIn } from '../../../../typed-form.ts';
import { WhyBox } from '../../../../why-box.tsx';
import { pathInWords } from '../../../core/paragraphs/paragraphs.ts';
import { RELATION_IN_WORDS } from '../../../core/relation.ts';
import { OFFERED_RELATIONS, peopleBox, relationsBox, tickedIn, whoBox } from './set-audience.form.ts';

export type ShownParagraph = {
  readonly path: string;
  /** Null: withheld from whoever looks at this page, who then may not say either who reads it. */
  readonly text: string | null;
};

export type SetAudienceModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly child: Id;
  /** "Safiya Nowak-Rahman, 8". */
  readonly heading: string;
  readonly entry: Id;
  /** The line of the chronology. */
  readonly tells: string;
  readonly paragraphs: readonly ShownParagraph[];
  /** What the entry says stands in lists too, where no paragraph can be kept from anybody. */
  readonly standsInLists: boolean;
  /** In how many other records the same act says the same. */
  readonly twins: number;
  readonly lastSeen: Id | null;
  readonly command: Id;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
  /** Somebody else said who may read it while this was written. */
  readonly isOvertaken: boolean;
};

export const audiencePath = ({ child, entry }: Pick<SetAudienceModel, 'child' | 'entry'>): `/${string}` =>
  `${childPath(child)}/entries/${entry}/audience`;

/** What was written in one entry, paragraph by paragraph, and who may read each. */
export function SetAudienceView(model: SetAudienceModel): VNode {
  const { house, child, heading, tells, faults, isOvertaken, paragraphs } = model;
  return (
    <Layout
      house={house}
      title="Who may read this"
      nav="/children"
      back={{ text: heading, href: childPath(child) }}
      refused={faults.length > 0 || isOvertaken}
    >
      <ErrorSummary faults={faults} />
      <PageTitle caption={heading}>Who may read this?</PageTitle>
      <Lead>{tells}</Lead>
      {isOvertaken && (
        <Section id="meanwhile" heading="Somebody else said so while you wrote">
          <p>Yours is not recorded. Look at what stands now beside yours, and send it again if it is still right.</p>
        </Section>
      )}
      {paragraphs.length === 0 ? <p>{model.standsInLists ? STANDS_IN_LISTS : NOTHING_WRITTEN}</p> : <Form {...model} />}
    </Layout>
  );
}

const STANDS_IN_LISTS =
  'What this entry says stands in lists and searches too, so no part of it can be kept from some readers here. An address or a number is kept by protecting it; a whole record is kept by restricting it.';
const NOTHING_WRITTEN = 'Nobody wrote a sentence in this entry: it holds days, names of things and choices from lists.';

function Form(model: SetAudienceModel) {
  const { csrf, command, lastSeen, typed, faults, draft, paragraphs } = model;
  const mayChange = paragraphs.some(({ text }) => text !== null);
  const words = paragraphs.map((paragraph, place) => <Words key={paragraph.path} {...{ paragraph, place, model }} />);
  if (!mayChange) return <>{words}</>;
  return (
    <form method="post" action={audiencePath(model)} class="sl-form" noValidate data-draft={draft.action}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="last" value={typedIn(typed, 'last') || (lastSeen ?? '')} />
      <p>
        It holds at once and for every day that is looked at, last year’s pages too, and for every correction of this
        entry.
      </p>
      {model.twins > 0 && (
        <p>
          The same words were written in {countOf(model.twins, 'other record')} at once. What you keep from somebody
          here is kept there, too.
        </p>
      )}
      <DraftNotice draft={draft} />
      {words}
      <WhyBox
        typed={typed}
        faults={faults}
        hint="It stands in the record, and is kept from whoever may not read all of this entry."
      />
      <FormButtons record="Record who may read it" draft={draft} />
    </form>
  );
}

type WordsProps = { readonly paragraph: ShownParagraph; readonly place: number; readonly model: SetAudienceModel };

const Words = ({ paragraph: { path, text }, place, model }: WordsProps) => (
  <Section id={`paragraph-${place + 1}`} heading={pathInWords(path)}>
    {text === null ? <Quiet>{WITHHELD_IN_WORDS}.</Quiet> : <Lines of={[text]} />}
    {text !== null && <Who path={path} place={place} {...model} />}
  </Section>
);

const Who = ({ path, place, typed, faults }: SetAudienceModel & { path: string; place: number }) => (
  <Gov
    is="radios"
    idPrefix={whoBox(place)}
    name={whoBox(place)}
    fieldset={{ legend: { text: `Who may read “${pathInWords(path)}”?` } }}
    value={typedIn(typed, whoBox(place))}
    errorMessage={faultOf(faults, whoBox(place))}
    items={[
      { value: 'everyone', text: 'Everybody who may open the record' },
      {
        value: 'protected-readers',
        text: 'Those who see protected places',
        hint: {
          text: 'The child’s worker, that worker’s manager, who stands in for them, and who is named on a restricted record',
        },
      },
      { value: 'some', text: 'Only some', conditional: { html: someHtml(place, typed, faults) } },
    ]}
  />
);

const someHtml = (place: number, typed: Typed, faults: readonly FieldFault[]): string =>
  govHtml('checkboxes', {
    idPrefix: relationsBox(place),
    name: relationsBox(place),
    fieldset: { legend: { text: 'Beside the child’s worker and that worker’s manager' } },
    values: [...tickedIn(typed, relationsBox(place))],
    items: OFFERED_RELATIONS.map((each) => ({ value: each, text: RELATION_IN_WORDS[each] })),
  }) +
  govHtml('textarea', {
    id: peopleBox(place),
    name: peopleBox(place),
    rows: 2,
    label: { text: 'And these colleagues' },
    hint: { text: 'The addresses with which they sign in, one to a line' },
    value: typedIn(typed, peopleBox(place)),
    errorMessage: faultOf(faults, peopleBox(place)),
  });
