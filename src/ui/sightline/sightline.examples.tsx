import type { Example } from '../example.ts';
import { EXAMPLE_HOUSE } from '../example-house.ts';
import { Layout } from '../layout.tsx';
import { PageTitle, Section } from '../text.tsx';
import { FIRST_WEEK, ONLY_A_FILE, YEARS } from './example-pictures.ts';
import { SightlineDrawing } from './sightline-drawing.tsx';
import type { SightlinePicture } from './sightline-picture.ts';

const example = (name: string, picture: SightlinePicture, open: boolean): Example => ({
  page: 'Sightline',
  name,
  view: () => (
    <Layout house={EXAMPLE_HOUSE} title={picture.name} nav="/children">
      <PageTitle>{picture.name}</PageTitle>
      <Section id="sight" heading="Sightline">
        <SightlineDrawing picture={picture} open={open} />
      </Section>
    </Layout>
  ),
});

export const examples: readonly Example[] = [
  example('known for years', YEARS, true),
  example('only a file speaks of the child', ONLY_A_FILE, false),
  example('first week', FIRST_WEEK, true),
];
