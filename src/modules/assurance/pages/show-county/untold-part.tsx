import type { VNode } from 'preact';
import { countOf, shortDay } from '../../../../ui/dates-in-words.ts';
import { StatusWord } from '../../../../ui/status-word.tsx';
import { Table } from '../../../../ui/table.tsx';
import { Quiet, Section } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import { inFigures } from '../../core/county-words.ts';
import { ASPECT_WORDS, type Aspect, REGISTER_WORDS, REGISTERS, reasonWords } from '../../core/gap-words.ts';
import type { UntoldCount } from '../../store/county-counts.ts';
import type { CountyPage } from './show-county.model.ts';

/** What nobody can tell, with whom to ask; and what each register counts. */
export function UntoldPart({ county }: { readonly county: CountyPage }): VNode {
  return (
    <div class="sl-columns sl-columns--7">
      <Section id="cannot-tell" heading="What we cannot tell">
        <Untold county={county} />
        <LeftByFiles left={county.leftByFiles} />
      </Section>
      <Section id="definitions" heading="What is counted">
        <dl class="sl-definitions">
          {REGISTERS.map((register) => (
            <>
              <dt>{REGISTER_WORDS[register].title}</dt>
              <dd>{REGISTER_WORDS[register].definition}</dd>
            </>
          ))}
        </dl>
      </Section>
    </div>
  );
}

/** What two files say differently, whose book it is, and children whom a file does not name. */
function LeftByFiles({ left }: { left: CountyPage['leftByFiles'] }) {
  if (left === null) return null;
  const { events, withdrawn, identities, unidentified } = left;
  const waiting = [
    ...(events > 0 ? [<a href="/reconciliation">{countOf(events, 'event')} that files tell differently</a>] : []),
    ...(withdrawn > 0
      ? [<a href="/reconciliation/withdrawn">{countOf(withdrawn, 'event')} that a later file no longer tells</a>]
      : []),
    ...(identities > 0
      ? [<a href="/reconciliation/identities">{countOf(identities, 'pair')} of books that may be one child</a>]
      : []),
    ...(unidentified > 0
      ? [<>{countOf(unidentified, 'child is', 'children are')} in a file without an id, and in no register</>]
      : []),
  ];
  if (waiting.length === 0) return null;
  return (
    <>
      <p>The files leave this for a person to decide:</p>
      <ul class="sl-left">
        {waiting.map((each, index) => (
          <li key={index}>{each}</li>
        ))}
      </ul>
    </>
  );
}

function Untold({ county: { untold, counts, registers, asked } }: { county: CountyPage }) {
  if (untold.length === 0)
    return <p>Every one of the four answers is known for every open child, as far as the record can tell.</p>;
  const answers = untold.reduce((sum, { children }) => sum + children, 0);
  const children = registers.find(({ register }) => register === 'cannot-tell')?.children ?? 0;
  const address = `/registers/${REGISTER_WORDS['cannot-tell'].address}`;
  return (
    <>
      <p>
        {inFigures(answers)} {answers === 1 ? 'answer is' : 'answers are'} missing, about{' '}
        <a href={`${address}${askedQuery(asked)}`}>
          {inFigures(children)} {children === 1 ? 'child' : 'children'}
        </a>
        {counts.cannotTell < children && `, ${inFigures(counts.cannotTell)} of them with no known gap`}. They are
        counted as neither good nor bad.
      </p>
      <Table
        caption="Missing facts, and who can say"
        columns={[
          { heading: 'We do not know' },
          { heading: 'Children', figures: true },
          { heading: 'Who can say' },
          { heading: 'Oldest', keepTogether: true },
        ]}
        rows={untold.map((each) => [
          <Fact untold={each} />,
          <a href={withReason(address, askedQuery(asked), each.because)}>{inFigures(each.children)}</a>,
          reasonWords(each.because).whoCanSay ?? 'Team manager',
          shortDay(each.oldest),
        ])}
      />
    </>
  );
}

const Fact = ({ untold: { kind, because } }: { untold: UntoldCount }) => {
  const { words, detail } = reasonWords(because);
  return (
    <>
      <StatusWord verdict="cannot-tell" text={ASPECT_WORDS[kind.slice('cannot-tell:'.length) as Aspect]} />
      <br />
      <Quiet>{[words, detail].filter(Boolean).join(': ')}</Quiet>
    </>
  );
};

const withReason = (address: string, query: string, because: string | null): string =>
  because === null
    ? `${address}${query}`
    : `${address}${query === '' ? '?' : `${query}&`}reason=${encodeURIComponent(because)}`;
