import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import { isEntryOf } from '../../../../record/define-entry.ts';
import type { Entry, NewEntry } from '../../../../record/entry.ts';
import type { RedactedEntry } from '../../../../record/redacted.ts';
import { type Said, saidInWords } from '../../../../record/said.ts';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle } from '../../../../ui/text.tsx';
import { childPath, headingOf } from '../../../child-face.ts';
import { typedIn } from '../../../typed-form.ts';
import { allocationEnded, placeholderAllocated, workerAllocated } from '../../core/holding.entry.ts';
import { type AllocationFormModel, allocationPath } from './allocate-worker.view.tsx';
import { PLACEHOLDER_IN_WORDS } from './holding-in-words.ts';

export type AllocationConflict = {
  /** The last of theirs: what a new decision is made on. */
  readonly shown: Id;
  readonly theirs: readonly RedactedEntry[];
  readonly mine: NewEntry;
};

/** The boxes of this page itself; all others are carried along. */
const ASKED_HERE = /^(choice|shown|_csrf|draft)$/;

/** Somebody else said who holds the child meanwhile: both are shown, and the writer chooses. */
export function AllocationConflictView(model: AllocationFormModel & { readonly conflict: AllocationConflict }): VNode {
  const { house, csrf, face, faults, typed, conflict, today } = model;
  const back = { text: headingOf(face, today), href: childPath(face.child) };
  return (
    <Layout house={house} title="Somebody else allocated this child" nav="/children" back={back} refused>
      <ErrorSummary faults={faults} />
      <PageTitle>Somebody else allocated this child while you wrote</PageTitle>
      <Lead>
        Yours is not recorded yet, and is kept as your draft. Look at both, and say what is to become of yours.
      </Lead>
      <Table
        caption="Both allocations"
        columns={[{ heading: 'Whose' }, { heading: 'Held by' }, { heading: 'From' }, { heading: 'Why' }]}
        rows={[...conflict.theirs.map((entry) => rowOf('Recorded', entry)), rowOf('Yours', conflict.mine)]}
      />
      <form method="post" action={allocationPath(face)} class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        {Object.keys(typed)
          .filter((name) => !ASKED_HERE.test(name))
          .map((name) => (
            <input key={name} type="hidden" name={name} value={typedIn(typed, name)} />
          ))}
        <input type="hidden" name="shown" value={conflict.shown} />
        <Gov
          is="radios"
          idPrefix="choice"
          name="choice"
          fieldset={{ legend: { text: 'What is to become of yours?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={faultOf(faults, 'choice')}
          value={typedIn(typed, 'choice')}
          items={[
            { value: 'mine', text: 'Record mine too: whichever began last is who holds the child' },
            { value: 'theirs', text: 'Record nothing of mine' },
          ]}
        />
        <Gov is="button" text="Go on" preventDoubleClick />
      </form>
    </Layout>
  );
}

const NO_WHY = 'Nothing written down';

type Told = Pick<Entry, 'type' | 'data' | 'happened'>;

function rowOf(whose: string, told: Told): string[] {
  const { earliest, latest } = told.happened;
  const from = latest === null ? 'Not known' : earliest === latest ? plainDay(latest) : `By ${plainDay(latest)}`;
  return [whose, ...holderAndReason(told as Entry, from)];
}

function holderAndReason(entry: Entry, from: string): string[] {
  const why = (because: Said<string>): string => saidInWords(because, NO_WHY);
  if (isEntryOf(workerAllocated, entry))
    return [saidInWords(entry.data.workerName, 'A worker'), from, why(entry.data.because)];
  if (isEntryOf(placeholderAllocated, entry))
    return [`Nobody yet: ${PLACEHOLDER_IN_WORDS[entry.data.kind]}`, from, why(entry.data.because)];
  if (isEntryOf(allocationEnded, entry)) return ['Nobody: it was ended', from, why(entry.data.because)];
  return ['Taken back', from, NO_WHY];
}
