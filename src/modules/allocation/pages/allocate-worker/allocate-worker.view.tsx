import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { type DateRead, dateTyped } from '../../../../ui/date-boxes.ts';
import { DateBoxes } from '../../../../ui/date-fields.tsx';
import { countOf } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov, govHtml } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Lead, Missed, PageTitle } from '../../../../ui/text.tsx';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../draft-notice.tsx';
import { typedIn } from '../../../typed-form.ts';
import { PLACEHOLDERS } from '../../core/holding.entry.ts';
import type { Held, WorkerToChoose } from '../../store/workers-to-choose.ts';
import { heldInWords, PLACEHOLDER_IN_WORDS, workerInWords } from './holding-in-words.ts';

/** Who holds a child, and the reason as its reader may see it; null where none was written. */
export type HeldAndWhy = Held & { readonly because: string | null };

export type AllocationFormModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly today: LocalDate;
  readonly face: ChildFace;
  readonly held: HeldAndWhy | null;
  readonly lastSeen: Id | null;
  /** In post today, by team and name. */
  readonly workers: readonly WorkerToChoose[];
  readonly command: Id;
  readonly typed: Typed;
  readonly since: DateRead | undefined;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
};

function HeldNow({ held }: { held: Held | null }) {
  const { status, more } = heldInWords(held);
  return (
    <>
      {held?.held === 'by-worker' ? status : <Missed>{status}</Missed>} {more}
    </>
  );
}

export const allocationPath = ({ child }: Pick<ChildFace, 'child'>): string => `${childPath(child)}/allocation`;

/** Says who holds a child from a day on: a worker by name, or nobody yet, and why. */
export function AllocateWorkerView(model: AllocationFormModel): VNode {
  const { house, csrf, face, held, lastSeen, typed, since, faults, command, draft, today } = model;
  const called = face.name ?? headingOf(face, today);
  const back = { text: headingOf(face, today), href: childPath(face.child) };
  return (
    <Layout house={house} title="Allocate a worker" nav="/children" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={councilIdsOf(face)}>Who will hold {called}?</PageTitle>
      <Lead>
        <HeldNow held={held} />
      </Lead>
      {held?.because && <p>The reason given: {held.because}</p>}
      <form method="post" action={allocationPath(face)} class="sl-form" noValidate data-draft={draft.action}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="last" value={typedIn(typed, 'last') || (lastSeen ?? '')} />
        <DraftNotice draft={draft} />
        <Who {...model} />
        <DateBoxes
          name="since"
          legend="From which day?"
          hint="The day on which it began, not the day on which you write it down. From then on nobody else holds the child."
          typed={dateTyped(typed, 'since')}
          read={emptyOr(since, faults)}
        />
        <FormButtons record="Allocate" draft={draft} />
      </form>
    </Layout>
  );
}

/** An empty date is only wrong once the form has been sent. */
function emptyOr(since: DateRead | undefined, faults: readonly FieldFault[]): DateRead | undefined {
  const fault = faults.find((each) => each.field.startsWith('since-'));
  if (!fault || since?.is === 'fault') return since?.is === 'empty' ? undefined : since;
  return { is: 'fault', text: fault.text, parts: ['day', 'month', 'year'] };
}

const Who = ({ typed, faults, workers, today }: AllocationFormModel) => (
  <Gov
    is="radios"
    idPrefix="who"
    name="who"
    fieldset={{ legend: { text: 'Who will it be?', classes: 'govuk-fieldset__legend--m' } }}
    hint={{
      text: 'A child counts as held only by a named person who is in post and at work, and who is registered where an enquiry or a protection plan is live.',
    }}
    errorMessage={faultOf(faults, 'who')}
    value={typedIn(typed, 'who')}
    items={[
      { value: 'worker', text: 'A worker', conditional: { html: workerHtml(typed, faults, workers, today) } },
      {
        value: 'placeholder',
        text: 'Nobody yet',
        hint: { text: 'The child is shown as unallocated, with the reason' },
        conditional: { html: placeholderHtml(typed, faults) },
      },
    ]}
  />
);

const workerHtml = (
  typed: Typed,
  faults: readonly FieldFault[],
  workers: readonly WorkerToChoose[],
  today: LocalDate,
): string =>
  govHtml('select', {
    id: 'worker',
    name: 'worker',
    label: { text: 'Which worker?' },
    hint: { text: `${countOf(workers.length, 'worker')} in post, by team` },
    value: typedIn(typed, 'worker'),
    errorMessage: faultOf(faults, 'worker'),
    items: [
      { value: '', text: 'Choose a worker' },
      ...workers.map((worker) => ({ value: worker.book, text: workerInWords(worker, today) })),
    ],
  }) +
  govHtml('textarea', {
    id: 'why-worker',
    name: 'why-worker',
    rows: 2,
    label: { text: 'Why this worker? (leave empty if there is nothing to say)' },
    value: typedIn(typed, 'why-worker'),
  });

const placeholderHtml = (typed: Typed, faults: readonly FieldFault[]): string =>
  govHtml('radios', {
    idPrefix: 'kind',
    name: 'kind',
    fieldset: { legend: { text: 'Where is the child’s work meanwhile?' } },
    value: typedIn(typed, 'kind'),
    errorMessage: faultOf(faults, 'kind'),
    items: PLACEHOLDERS.map((kind) => ({ value: kind, text: PLACEHOLDER_IN_WORDS[kind] })),
  }) +
  govHtml('textarea', {
    id: 'why-placeholder',
    name: 'why-placeholder',
    rows: 3,
    label: { text: 'Why is there no worker yet?' },
    hint: { text: 'Everybody who looks at this child reads it.' },
    value: typedIn(typed, 'why-placeholder'),
    errorMessage: faultOf(faults, 'why-placeholder'),
  }) +
  govHtml('input', {
    id: 'manager',
    name: 'manager',
    label: { text: 'Who answers for the child meanwhile? (leave empty if you do not know)' },
    classes: 'govuk-input--width-20',
    value: typedIn(typed, 'manager'),
  });
