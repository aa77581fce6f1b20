import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { safiyaFace } from '../../../safiya-face.fixture.ts';
import type { PlaceOf } from '../../core/places-of-family.ts';
import { protectionFaults } from './set-protection.form.ts';
import { type ProtectionFormModel, SetProtectionView } from './set-protection.view.tsx';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000030${n}` as Id;
const address: PlaceOf = {
  kind: 'address',
  book: idOf(1),
  entry: idOf(2),
  value: { is: 'shown', text: '14 Saltpan Lane, Wherrymouth', guarded: true },
  postcode: { is: 'shown', text: 'ZZ9 9ZY', guarded: true },
  whose: null,
  from: mustBeDate('2026-03-02'),
  isProtected: true,
  unsafe: false,
};
const hidden: PlaceOf = { ...address, value: { is: 'withheld' }, postcode: { is: 'withheld' } };
const number: PlaceOf = {
  ...{ ...address, kind: 'phone', postcode: null, whose: 'her sister’s', isProtected: false, unsafe: true },
  value: { is: 'shown', text: '07700 900555', guarded: false },
};
const lifted: Typed = { protected: 'no', unsafe: 'not-known', because: 'He was sent to prison.' };

type More = Partial<ProtectionFormModel> & { readonly sent?: boolean };

const form = (name: string, place: PlaceOf, typed: Typed, { sent, ...more }: More = {}): Example => ({
  page: 'Protection of an address',
  name,
  view: () => (
    <SetProtectionView
      house={EXAMPLE_HOUSE}
      csrf="example"
      today={mustBeDate('2026-03-31')}
      face={{ ...safiyaFace, child: idOf(1) }}
      place={place}
      whose={null}
      lastSeen={idOf(4)}
      command={idOf(0)}
      typed={typed}
      faults={sent ? protectionFaults(typed, place) : []}
      draft={{ action: '/children/x/addresses/y/protection/draft', keptAt: null }}
      {...more}
    />
  ),
});

export const examples: readonly Example[] = [
  form('first visit', address, {}),
  form('a number of an adult, not safe', number, {}, { whose: 'Karolina Nowak' }),
  form(
    'longest names',
    address,
    {},
    {
      whose: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe-Wojciechowska',
    },
  ),
  form('withheld from the reader', hidden, {}),
  form('draft restored', address, lifted, {
    draft: { action: '/children/x/addresses/y/protection/draft', keptAt: '2026-03-30T16:52:00.000Z' as Instant },
  }),
  form('sent empty', address, {}, { sent: true }),
  form('refused: lifted by somebody who does not see it', hidden, lifted, { sent: true }),
];
