import type { VNode } from 'preact';
import type { Happened } from '../../../../record/entry.ts';
import { isWithheld, saidInWords, saidOrNull, WITHHELD_IN_WORDS } from '../../../../record/said.ts';
import { momentInWords, plainDay } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov, govHtml } from '../../../../ui/gov.tsx';
import { Layout } from '../../../../ui/layout.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Lead, PageTitle, Section } from '../../../../ui/text.tsx';
import { childPath, headingOf } from '../../../child-face.ts';
import { typedIn } from '../../../typed-form.ts';
import { calledOf, type VisitFormModel, visitPath } from './record-visit.view.tsx';
import { shownField, theirsField, type VisitConflict, type VisitTold } from './visit-conflict.ts';

/** The boxes of this page itself; all others are carried along. */
const ASKED_HERE = /^(choice|reason|_csrf|draft|shown-\d+|theirs-\d+)$/;

/** Somebody else wrote of the same child's visits meanwhile: both are shown, and the writer chooses. Nothing is lost. */
export function VisitConflictView(model: VisitFormModel & { readonly conflicts: readonly VisitConflict[] }): VNode {
  const { house, csrf, children, faults, typed, conflicts, today } = model;
  const first = children[0]?.face;
  if (!first) throw new Error('A visit is to somebody.');
  return (
    <Layout
      house={house}
      title="Somebody else recorded a visit"
      nav="/children"
      back={{ text: headingOf(first, today), href: childPath(first.child) }}
      refused
    >
      <ErrorSummary faults={faults} />
      <PageTitle>Somebody else recorded a visit while you wrote yours</PageTitle>
      <Lead>
        Yours is not recorded yet, and is kept as your draft. Look at both, and say what is to become of yours.
      </Lead>
      {conflicts.map((conflict) => (
        <Both key={conflict.place} conflict={conflict} heading={headingAt(model, conflict.place)} />
      ))}
      <form method="post" action={visitPath(first)} class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        {Object.entries(typed)
          .filter(([name]) => !ASKED_HERE.test(name))
          .map(([name]) => (
            <input key={name} type="hidden" name={name} value={typedIn(typed, name)} />
          ))}
        {conflicts.map(({ place, shown, correctable }) => (
          <>
            <input type="hidden" name={shownField(place)} value={shown} />
            <input type="hidden" name={theirsField(place)} value={correctable ?? ''} />
          </>
        ))}
        <Section id="yours" heading="Yours">
          <Choice typed={typed} faults={faults} />
        </Section>
        <Gov is="button" text="Go on" preventDoubleClick />
      </form>
    </Layout>
  );
}

function headingAt({ children, today }: VisitFormModel, place: number): string {
  const face = children[place]?.face;
  return face ? calledOf(face, today) : '';
}

function Both({ conflict: { place, theirs, mine }, heading }: { conflict: VisitConflict; heading: string }) {
  const columns = [
    ...theirs.map((visit) => ({ visit, by: `Recorded: ${whose(visit)}` })),
    { visit: mine, by: 'Yours' },
  ];
  return (
    <Section id={`both-${place + 1}`} heading={heading}>
      <Table
        caption={`Both visits to ${heading}`}
        columns={[{ heading: 'What is said', namesRow: true }, ...columns.map(({ by }) => ({ heading: by }))]}
        rows={[
          ['When', ...columns.map(({ visit }) => when(visit.happened))],
          ['Seen', ...columns.map(({ visit }) => seenInWords(visit.data))],
          ['Who else was there', ...columns.map(({ visit }) => presentInWords(visit.data))],
          ['Where', ...columns.map(({ visit }) => saidInWords(visit.data.place, 'Not known'))],
          ['The child’s words', ...columns.map(({ visit }) => saidInWords(visit.data.words, 'None written down'))],
          [
            'What was seen and done',
            ...columns.map(({ visit }) => saidInWords(visit.data.account, 'Nothing written down')),
          ],
        ]}
      />
    </Section>
  );
}

const whose = ({ data }: VisitTold): string => saidInWords(data.visitedBy, 'by somebody else');

function when({ at, earliest, latest }: Happened): string {
  if (at !== null) return momentInWords(at);
  return earliest !== null && earliest === latest ? plainDay(earliest) : 'Not known';
}

const SEEN_IN_WORDS = {
  alone: 'Alone',
  'with-others': 'With others',
  'not-seen': 'Not seen',
  unborn: 'Not born yet',
  seen: 'Seen; whether alone is not said',
} as const;

function seenInWords({ seen, notSeenBecause }: VisitTold['data']): string {
  const how = saidOrNull(seen);
  if (how === null) return isWithheld(seen) ? WITHHELD_IN_WORDS : 'Not known';
  const why = how === 'not-seen' ? saidInWords(notSeenBecause, '') : '';
  return why === '' ? SEEN_IN_WORDS[how] : `${SEEN_IN_WORDS[how]}: ${why}`;
}

function presentInWords({ present }: VisitTold['data']): string {
  const people = saidOrNull(present);
  if (people === null) return isWithheld(present) ? WITHHELD_IN_WORDS : 'Not known';
  return people.length === 0 ? 'Nobody' : people.map((each) => saidInWords(each, '')).join('; ');
}

const Choice = ({ typed, faults }: Pick<VisitFormModel, 'typed' | 'faults'>) => (
  <Gov
    is="radios"
    idPrefix="choice"
    name="choice"
    fieldset={{ legend: { text: 'What is to become of yours?', classes: 'govuk-fieldset__legend--m' } }}
    errorMessage={faultOf(faults, 'choice')}
    value={typedIn(typed, 'choice')}
    items={[
      { value: 'another', text: 'Mine was another visit: record it too' },
      { value: 'theirs', text: 'It was the same visit, and theirs is right: record nothing of mine' },
      {
        value: 'mine',
        text: 'It was the same visit, and mine is right: record mine as a correction of theirs',
        conditional: {
          html: govHtml('textarea', {
            id: 'reason',
            name: 'reason',
            rows: 2,
            label: { text: 'Why is theirs wrong?' },
            hint: { text: 'Theirs stays in the record, marked as corrected, with your reason.' },
            value: typedIn(typed, 'reason'),
            errorMessage: faultOf(faults, 'reason'),
          }),
        },
      },
    ]}
  />
);
