import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { countOf, momentInWords, plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, type FieldFault } from '../../../../ui/error-summary.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Facts, Lead, PageTitle, Section } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../draft-notice.tsx';
import { typedIn } from '../../../typed-form.ts';
import { WhyBox } from '../../../why-box.tsx';
import { type DisputedEvent, saysOf } from '../../core/reconcile/disputed-event.ts';
import { differingInWords, eventInWords, sourceInWords, valueInWords } from '../../core/reconcile/event-in-words.ts';
import { capital, eventPath, RECONCILE_PATH, WHO_DECIDES } from '../reconcile-files/reconcile-parts.tsx';
import { RightBoxes } from './right-boxes.tsx';
import type { Shapes } from './settle-event.form.ts';

/** Who settled it, when, and why. */
export type SettledBy = { readonly by: string; readonly at: Instant; readonly because: string | null };

export type SettleEventModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly event: DisputedEvent;
  readonly name: string | null;
  /** Titles of the duties whose verdict cannot be told meanwhile. */
  readonly duties: readonly string[];
  /** Null while it waits. */
  readonly settled: SettledBy | null;
  readonly mayDecide: boolean;
  /** Part of what files say is withheld from this reader. */
  readonly isForSomebodyElse?: boolean;
  readonly shapes: Shapes;
  readonly lastSeen: Id | null;
  readonly command: Id;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
  /** What somebody else wrote of the same thing while this was being written, a line each. */
  readonly meanwhile: readonly string[];
};

/** One event of which files say different things: what each says, and the form in which a person decides. */
export function SettleEventView(model: SettleEventModel): VNode {
  const { house, event, name, faults, meanwhile, settled, duties } = model;
  const what = eventInWords(event, plainDay);
  return (
    <Layout
      house={house}
      title={settled ? 'Settled' : 'Settle what files disagree about'}
      nav={RECONCILE_PATH}
      back={{ text: 'Where files disagree', href: RECONCILE_PATH }}
      refused={faults.length > 0 || meanwhile.length > 0}
    >
      <ErrorSummary faults={faults} />
      <PageTitle caption={<a href={childPath(event.book)}>{name ? `${name}, ${event.laChildId}` : event.laChildId}</a>}>
        {settled ? `Settled: ${lower(what)}` : `${what}: which is right?`}
      </PageTitle>
      {meanwhile.length > 0 && <Meanwhile {...model} />}
      <Lead>
        {settled
          ? `${countOf(event.sources.length, 'file')} said different things of it, and somebody decided.`
          : turnsOn(duties)}
      </Lead>
      <Table
        caption="What each file says"
        columns={[
          { heading: 'File', namesRow: true },
          ...event.fields.map((field) => ({ heading: capital(differingInWords(field)) })),
        ]}
        rows={event.sources.map((source) => [
          capital(sourceInWords(source, plainDay)),
          ...event.fields.map((field) => valueInWords(saysOf(source, field), plainDay)),
        ])}
      />
      {settled ? <Settled settled={settled} event={event} /> : <Decide {...model} />}
    </Layout>
  );
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const turnsOn = (duties: readonly string[]): string =>
  duties.length === 0
    ? 'What each says is kept. No verdict turns on the difference.'
    : `What each says is kept, and until somebody decides it cannot be told: ${duties.join('; ')}.`;

const Settled = ({ settled, event }: { settled: SettledBy; event: DisputedEvent }) => (
  <>
    <Facts
      of={[
        ['Decided by', `${settled.by}, ${momentInWords(settled.at)}`],
        ['Why', settled.because ?? 'Nothing written down'],
      ]}
    />
    <p>
      What the files said stays in the record. A file that says the same again changes nothing.{' '}
      <a href={childPath(event.book)}>See what the record says now</a>
    </p>
  </>
);

/** Somebody else wrote on the same thing: what was typed is kept, and is sent again on what stands now. */
const Meanwhile = ({ meanwhile, settled, typed }: SettleEventModel) => (
  <Section id="meanwhile" heading="Somebody else wrote of this while you decided">
    <ul class="sl-lines">
      {meanwhile.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    {settled ? (
      <p>It is settled now, so yours is not recorded. Your reason was: {typedIn(typed, 'because') || 'none'}</p>
    ) : (
      <p>Yours is not recorded yet. Look at what stands now, and send it again if it is still right.</p>
    )}
  </Section>
);

function Decide(model: SettleEventModel) {
  const { event, csrf, command, lastSeen, typed, faults, draft, mayDecide } = model;
  if (model.isForSomebodyElse)
    return <p>Part of what the files say is withheld from you, so somebody who may read it must decide.</p>;
  if (!mayDecide) return <p>{WHO_DECIDES}</p>;
  return (
    <form method="post" action={eventPath(event)} class="sl-form" noValidate data-draft={draft.action}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="last" value={lastSeen ?? ''} />
      <DraftNotice draft={draft} />
      {event.fields.map((field) => (
        <RightBoxes key={field} field={field} {...model} />
      ))}
      <WhyBox
        typed={typed}
        faults={faults}
        hint="What you looked at, and whom you asked. It stands beside the correction for ever."
      />
      <FormButtons record="Record what is right" draft={draft} />
    </form>
  );
}
