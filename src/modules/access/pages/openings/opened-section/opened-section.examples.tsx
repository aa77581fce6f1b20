import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { PageTitle } from '../../../../../ui/text.tsx';
import type { ReadChild } from '../../../../child-page.ts';
import { safiyaFace } from '../../../../safiya-face.fixture.ts';
import { OpenedSection } from './opened-section.tsx';

const example = (name: string, openedNow: ReadChild['openedNow']): Example => ({
  page: 'Who opens a record, on the child’s page',
  name,
  view: () => (
    <Layout house={EXAMPLE_HOUSE} title="A child’s page">
      <PageTitle>Safiya Nowak-Rahman, 8</PageTitle>
      <OpenedSection child={{ face: safiyaFace, openedNow }} />
    </Layout>
  ),
});

export const examples: readonly Example[] = [
  example('nobody with a reason', []),
  example('two with a reason', [
    { name: 'Sunniva Brandt', until: '2026-03-31T12:15:00.000Z' as Instant },
    {
      name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe',
      until: '2026-03-31T13:00:00.000Z' as Instant,
    },
  ]),
];
