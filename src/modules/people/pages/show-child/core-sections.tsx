import { SightlineDrawing } from '../../../../ui/sightline/sightline-drawing.tsx';
import type { SightlinePicture } from '../../../../ui/sightline/sightline-picture.ts';
import { Missed, Section } from '../../../../ui/text.tsx';
import type { ChildSection } from '../../../child-page.ts';
import { ChronologySection } from './chronology-section.tsx';
import { daysCovered, daysInWords } from './days-covered.ts';
import { DueSection } from './due-section.tsx';
import { FamilySection } from './family-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { SourcesSection } from './sources-section.tsx';

/** A sentence before the picture. */
function Days({ picture }: { picture: SightlinePicture }) {
  const words = daysInWords(daysCovered(picture));
  return words === null ? null : (
    <p>
      {words.open} {words.missing && <Missed>{words.missing}</Missed>} {words.rest}
    </p>
  );
}

/** The parts that rest on the record and the line of sight alone; modules offer theirs in between. */
export const coreSections: readonly ChildSection[] = [
  {
    section: 'sightline',
    order: 10,
    view: ({ picture }) =>
      picture === null ? null : (
        <Section id="sightline-heading" heading="Sightline">
          <Days picture={picture} />
          <SightlineDrawing picture={picture} />
        </Section>
      ),
  },
  { section: 'due', order: 20, view: (child) => <DueSection child={child} /> },
  {
    section: 'places',
    order: 35,
    view: (child, may) => <PlacesSection child={child} mayRecord={may('address:record')} />,
  },
  { section: 'family', order: 40, view: (child) => <FamilySection child={child} /> },
  {
    section: 'chronology',
    order: 60,
    view: (child, may) => <ChronologySection child={child} maySetAudience={may('audience:set')} />,
  },
  { section: 'sources', order: 90, view: (child) => <SourcesSection child={child} /> },
];
