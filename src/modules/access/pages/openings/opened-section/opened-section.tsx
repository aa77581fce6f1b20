import type { VNode } from 'preact';
import { clockTime } from '../../../../../ui/dates-in-words.ts';
import { Lines, Section } from '../../../../../ui/text.tsx';
import { childPath } from '../../../../child-face.ts';
import type { ChildSection, ReadChild } from '../../../../child-page.ts';

/** Who has the record open with a reason now, and where to read who opened it. */
export const OpenedSection = ({
  child: { face, openedNow },
}: {
  readonly child: Pick<ReadChild, 'face' | 'openedNow'>;
}): VNode => (
  <Section id="opened" heading="Who opens this record">
    {openedNow.length > 0 && (
      <Lines
        of={openedNow.map(({ name, until }) => (
          <>
            <strong>Opened with a reason by {name}</strong>, until {clockTime(until)}.{' '}
            <a href="/openings">Openings with a reason</a>
          </>
        ))}
      />
    )}
    <p>
      <a href={`${childPath(face.child)}/access-log`}>The access log: who opened it, when and by what</a>
    </p>
  </Section>
);

export const openedSection: ChildSection = {
  section: 'opened',
  order: 95,
  view: (child) => <OpenedSection child={child} />,
};
