import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { countOf } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, Lines, PageTitle, Section } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../draft-notice.tsx';
import { typedIn } from '../../../typed-form.ts';
import { WhyBox } from '../../../why-box.tsx';
import type { PairBeside } from '../../store/book-pairs.ts';
import { bornInWords, differsInWords, sourcesInWords } from '../reconcile-files/list-identities.view.tsx';
import { pairPath, RECONCILE_PATH, WHO_DECIDES } from '../reconcile-files/reconcile-parts.tsx';
import { lastOf } from './settle-identity.form.ts';

export type SettleIdentityModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly beside: PairBeside;
  /** What was decided about these books before, a line each, the newest first. */
  readonly before: readonly string[];
  readonly lastSeen: ReadonlyMap<Id, Id | null>;
  readonly mayDecide: boolean;
  readonly command: Id;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
  /** What somebody else decided while this was being written, a line each. */
  readonly meanwhile: readonly string[];
};

const HEADINGS = {
  'in-doubt': 'One child, or two?',
  'one-child': 'These two books are one child’s',
  'two-children': 'These two books are two children’s',
} as const;

/** Two books under one council id side by side, and the form in which a person decides whose they are. */
export function SettleIdentityView(model: SettleIdentityModel): VNode {
  const { house, beside, before, faults, meanwhile } = model;
  const { one, other, state } = beside;
  return (
    <Layout
      house={house}
      title="Whose book it is"
      nav={RECONCILE_PATH}
      back={{ text: 'Books under one council id', href: `${RECONCILE_PATH}/identities` }}
      refused={faults.length > 0 || meanwhile.length > 0}
    >
      <ErrorSummary faults={faults} />
      <PageTitle caption={one.councilChildId ?? 'no council id'}>{HEADINGS[state]}</PageTitle>
      {meanwhile.length > 0 && (
        <Section id="meanwhile" heading="Somebody else decided while you wrote">
          <Lines of={meanwhile} />
          <p>Yours is not recorded. Look at what stands now, and send it again if it is still right.</p>
        </Section>
      )}
      <Lead>
        Both stand under the same council id. What differs: {differsInWords(beside)}. {STANDS[state]}
      </Lead>
      <Table
        caption="The two books side by side"
        columns={[{ heading: 'What it says' }, { heading: 'One book' }, { heading: 'The other' }]}
        rows={[
          ['Name', one.name ?? 'none is held', other.name ?? 'none is held'],
          ['Birth', bornInWords(one), bornInWords(other)],
          ['Sex', one.sex ?? 'not given', other.sex ?? 'not given'],
          ['Comes from', sourcesInWords(one), sourcesInWords(other)],
          ['Entries', countOf(one.entries, 'entry', 'entries'), countOf(other.entries, 'entry', 'entries')],
        ]}
      />
      <ul class="sl-links">
        <li>
          <a href={childPath(one.book)}>The child’s page of the one book</a>
        </li>
        <li>
          <a href={childPath(other.book)}>The child’s page of the other</a>
        </li>
      </ul>
      {before.length > 0 && (
        <Section id="before" heading="What was decided before">
          <Lines of={before} />
        </Section>
      )}
      <Decide {...model} />
    </Layout>
  );
}

const STANDS = {
  'in-doubt': 'Until somebody decides, each has a page of its own, and nothing of one counts for the other.',
  'one-child': 'They have one page, and what stands in either counts for the child. No entry was moved.',
  'two-children': 'Each has a page of its own.',
} as const;

const ONE = {
  value: 'one-child',
  text: 'One child',
  hint: { text: 'The books are joined: one page, one line of sight. It can be parted again.' },
};
const TWO = {
  value: 'two-children',
  text: 'Two children',
  hint: { text: 'They are no longer in doubt. Ask whoever keeps the council’s ids to give one of them another.' },
};
const PART = {
  value: 'part',
  text: 'They are not one child after all: part the books',
  hint: { text: 'Each has a page of its own again, with exactly what stood in it. They are then in doubt again.' },
};
const CHOICES = { 'in-doubt': [ONE, TWO], 'one-child': [PART], 'two-children': [ONE] } as const;

function Decide({ beside, csrf, command, lastSeen, typed, faults, draft, mayDecide }: SettleIdentityModel) {
  const { one, other, state } = beside;
  if (!mayDecide) return <p>{WHO_DECIDES}</p>;
  return (
    <form method="post" action={pairPath(one.book, other.book)} class="sl-form" noValidate data-draft={draft.action}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="command" value={command} />
      {[...lastSeen].map(([book, last]) => (
        <input key={book} type="hidden" name={lastOf(book)} value={last ?? ''} />
      ))}
      <DraftNotice draft={draft} />
      <Gov
        is="radios"
        idPrefix="decision"
        name="decision"
        fieldset={{ legend: { text: 'What do you decide?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={faultOf(faults, 'decision')}
        value={typedIn(typed, 'decision')}
        items={[...CHOICES[state]]}
      />
      <WhyBox
        typed={typed}
        faults={faults}
        hint="What you looked at, and whom you asked. It stands in both books for ever."
      />
      <FormButtons record="Record the decision" draft={draft} />
    </form>
  );
}
