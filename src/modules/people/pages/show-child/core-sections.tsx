import { SightlineDrawing } from '../../../../ui/sightline/sightline-drawing.tsx';
import { Section } from '../../../../ui/text.tsx';
import type { ChildSection } from '../../../child-page.ts';
import { ChronologySection } from './chronology-section.tsx';
import { DueSection } from './due-section.tsx';
import { SourcesSection } from './sources-section.tsx';

/** The parts that rest on the record and the line of sight alone; modules offer theirs in between. */
export const coreSections: readonly ChildSection[] = [
  {
    section: 'sightline',
    order: 10,
    view: ({ picture }) =>
      picture === null ? null : (
        <Section id="sightline-heading" heading="Sightline">
          <SightlineDrawing picture={picture} />
        </Section>
      ),
  },
  { section: 'due', order: 20, view: (child) => <DueSection child={child} /> },
  { section: 'chronology', order: 60, view: (child) => <ChronologySection child={child} /> },
  { section: 'sources', order: 90, view: (child) => <SourcesSection child={child} /> },
];
