import type { ComponentChildren, VNode } from 'preact';
import { dayInLondon } from '../../../../kernel/instant.ts';
import { daysBetween } from '../../../../kernel/local-date.ts';
import { isWithheld, WITHHELD_IN_WORDS } from '../../../../record/said.ts';
import { countOf, plainDay, shortDay } from '../../../../ui/dates-in-words.ts';
import { ChildsWords, Facts, Lines, Missed, PageTitle } from '../../../../ui/text.tsx';
import { birthInWords, type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import type { HeldBy, ReadChild } from '../../../child-page.ts';
import { latestWordsOf } from './chronology.ts';

/** Who the child is and who holds them. */
export function ChildHeading({ child }: { readonly child: ReadChild }): VNode {
  const { face, asked } = child;
  const facts: (readonly [string, ComponentChildren])[] = [
    ['Born', birthInWords(face, asked.on)],
    ...(face.diedOn === null ? [] : [['Died', shortDay(face.diedOn)] as const]),
    ['Sex', sexInWords(face.sex)],
    ['Held by', heldInWords(child.held)],
  ];
  return (
    <>
      <PageTitle caption={face.name === null ? nameless(face) : councilIdsOf(face)}>
        {headingOf(face, asked.on)}
      </PageTitle>
      <Facts of={facts} />
    </>
  );
}

const nameless = (face: ChildFace): string =>
  face.councilChildIds.length > 1
    ? `No name is held here · also ${face.councilChildIds.slice(1).join(', ')}`
    : 'No name is held here';

const sexInWords = (sex: ChildFace['sex']): string =>
  sex === 'female' ? 'Girl' : sex === 'male' ? 'Boy' : sex === 'not known' ? 'Not known' : 'Not recorded';

function heldInWords(held: HeldBy): ComponentChildren {
  switch (held.is) {
    case 'worker':
      return held.days === null ? held.name : `${held.name}, for ${countOf(held.days, 'day')}`;
    case 'nobody':
      return (
        <>
          <Missed>Nobody{held.days === null ? '' : `, for ${countOf(held.days, 'day')}`}.</Missed> {held.because}
        </>
      );
    case 'cannot-tell':
      return (
        <>
          <span class="sl-unknown">Cannot tell.</span> No social worker is recorded here, and the census never names
          one.
        </>
      );
    case 'not-owed':
      return 'Nobody needs to: the child is not open on this day';
  }
}

/** The child's own words stand above any status. Nothing stands there when none were written down. */
export function WordsOfTheChild({ child }: { readonly child: ReadChild }): VNode | null {
  const latest = latestWordsOf(child.entries);
  if (latest === null) return null;
  const { entry, writtenBy } = latest.told;
  const on = entry.happened.latest;
  const days = on === null ? null : daysBetween(on, child.asked.on);
  return (
    <section aria-labelledby="words">
      <h2 class="sl-h3" id="words">
        {child.face.name === null ? 'What the child said' : `What ${firstName(child.face.name)} said`}, in their own
        words
      </h2>
      <ChildsWords
        to={
          <>
            To {writtenBy}, {on === null ? 'on a day that is not known' : plainDay(on)}.
            {days !== null && days > 0 && ` ${countOf(days, 'day')} ago.`}
          </>
        }
      >
        {isWithheld(latest.words) ? WITHHELD_IN_WORDS : `“${latest.words}”`}
      </ChildsWords>
    </section>
  );
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** What a reader must know before reading on; nothing when there is nothing. */
export function Alerts({ child }: { readonly child: ReadChild }): VNode | null {
  const alerts = alertsOf(child);
  if (alerts.length === 0) return null;
  return (
    <section aria-labelledby="alerts">
      <h2 class="sl-h3" id="alerts">
        Alerts
      </h2>
      <Lines of={alerts} />
    </section>
  );
}

function alertsOf({ face, setAside, firstKnownAt, asked }: ReadChild): ComponentChildren[] {
  return [
    ...(face.inDoubtWith.length > 0 ? [<Doubt face={face} />] : []),
    ...(setAside.length > 0
      ? [
          <>
            <strong>{countOf(setAside.length, 'row')} of a file about this child could not be read</strong> and{' '}
            {setAside.length === 1 ? 'was' : 'were'} set aside:{' '}
            {setAside.map(({ table, line, reason }) => `${table}, line ${line}: ${reason}`).join('; ')}. What{' '}
            {setAside.length === 1 ? 'it says' : 'they say'} is missing from this page.
          </>,
        ]
      : []),
    ...(firstKnownAt !== null && asked.how === 'hindsight' && dayInLondon(firstKnownAt) > asked.on
      ? [
          <>
            <strong>Read with hindsight.</strong> Sightline first learnt of this child on{' '}
            {plainDay(dayInLondon(firstKnownAt))}.
          </>,
        ]
      : []),
  ];
}

const Doubt = ({ face }: { face: ChildFace }) => (
  <>
    <strong>Identity in doubt.</strong> Another child stands under the council id {councilIdsOf(face)} with another
    birth date or sex. Nothing was joined; a person must decide. The other:{' '}
    {face.inDoubtWith.map((other, index) => (
      <>
        {index > 0 && ', '}
        <a href={childPath(other)}>{`child ${other.slice(0, 8)}`}</a>
      </>
    ))}
  </>
);
