import type { Example } from '../example.ts';
import { EXAMPLE_HOUSE } from '../example-house.ts';
import { Layout } from '../layout.tsx';
import { PageTitle } from '../text.tsx';
import { Genogram } from './genogram.tsx';
import type { GenogramPerson, GenogramPicture } from './genogram-picture.ts';

const person = (id: string, generation: number, more: Partial<GenogramPerson> = {}): GenogramPerson => ({
  id,
  name: id,
  detail: 'age not known',
  sex: null,
  died: false,
  unborn: false,
  isFocus: false,
  generation,
  sameHousehold: false,
  hasResponsibility: 'not-asked',
  href: null,
  ...more,
});

const halfSiblings: GenogramPicture = {
  name: 'Safiya Nowak-Rahman',
  people: [
    person('Bożena Nowak', 2, { sex: 'female', detail: '68' }),
    person('Henryk Nowak', 2, { sex: 'male', detail: '1951 to 2019', died: true }),
    person('Anwar Rahman', 1, { sex: 'male', detail: '36', hasResponsibility: true }),
    person('Dorota Nowak', 1, { sex: 'female', detail: '34', hasResponsibility: true, sameHousehold: true }),
    person('Lee Marsh', 1, { sex: 'male', detail: '41', sameHousehold: true, hasResponsibility: false }),
    person('Safiya Nowak-Rahman', 0, { sex: 'female', detail: '8', isFocus: true, sameHousehold: true }),
    person('Zayn Nowak-Rahman', 0, { sex: 'male', detail: '4', sameHousehold: true, href: '/children/x' }),
    person('Baby Nowak-Marsh', 0, { unborn: true, detail: 'unborn', sameHousehold: true, href: '/children/y' }),
  ],
  unions: [
    { partners: ['Bożena Nowak', 'Henryk Nowak'], children: ['Dorota Nowak'], parted: false },
    {
      partners: ['Anwar Rahman', 'Dorota Nowak'],
      children: ['Safiya Nowak-Rahman', 'Zayn Nowak-Rahman'],
      parted: true,
    },
    { partners: ['Dorota Nowak', 'Lee Marsh'], children: ['Baby Nowak-Marsh'], parted: false },
  ],
};

const LONG = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';
const longNames: GenogramPicture = {
  name: LONG,
  people: [
    person('mother', 1, { name: `${LONG} the elder`, sex: 'female', detail: '29', hasResponsibility: null }),
    person('child', 0, { name: LONG, detail: '7 months', sex: 'female', isFocus: true, sameHousehold: true }),
  ],
  unions: [{ partners: ['mother'], children: ['child'], parted: false }],
};

const alone: GenogramPicture = {
  name: 'Omid',
  people: [person('Omid', 0, { sex: 'male', detail: '17', isFocus: true })],
  unions: [],
};

const page = (picture: GenogramPicture) => () => (
  <Layout house={EXAMPLE_HOUSE} title="Family" nav="/children">
    <PageTitle>Family of {picture.name}</PageTitle>
    <Genogram picture={picture} />
  </Layout>
);

export const examples: readonly Example[] = [
  { page: 'genogram', name: 'half-siblings, parents apart, one unborn', view: page(halfSiblings) },
  { page: 'genogram', name: 'longest names, one parent', view: page(longNames) },
  { page: 'genogram', name: 'nobody else known', view: page(alone) },
];
