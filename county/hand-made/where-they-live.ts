import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { addressUsed, phoneUsed, placeProtectionSet } from '../../src/modules/people/public.ts';
import type { Envelope } from '../../src/record/define-entry.ts';
import { handMadeId } from './hand-made-id.ts';
import { beatrix, temitope } from './hand-made-people.ts';
import { happenedAt, type Told, together } from './story.ts';

/** The postcodes begin with ZZ, which no place in the country has; the numbers are kept free for stories. */
const inBookOf = (name: string, what: string, since: string): Envelope & { readonly id: Id } => {
  const id = handMadeId('child', name, 'place', what);
  return { id, book: handMadeId('child', name), about: id, happened: happenedAt(since), source: { kind: 'here' } };
};

const yusrasHome = inBookOf('Yusra al-Hashimi', 'refuge', '2026-03-20');
const esmesPhone = inBookOf('Esmé Tull', 'her own telephone', '2025-09-01');

/** Where some of the hand-made children live. Yusra's refuge is kept from all but her worker and his manager; Esmé's number became so. */
export const toldOfPlaces: readonly Told[] = [
  together(temitope.id, '2026-03-27 17:45', 'where Kacper lives', [
    addressUsed.write(inBookOf('Kacper Wiśniewski', 'home', '2024-05-01'), {
      ...{ line: 'Flat 3, 112 Brannock Street, Wherrymouth', postcode: 'ZZ4 7QD', protected: false },
      from: mustBeDate('2024-05-01'),
    }),
  ]),
  together(temitope.id, '2026-03-27 17:50', 'where Yusra is safe', [
    addressUsed.write(yusrasHome, {
      ...{ line: '9 Harbour Lodge Close, Thorpe', postcode: 'ZZ7 2WN', protected: true },
      from: mustBeDate('2026-03-20'),
    }),
  ]),
  together(temitope.id, '2026-03-27 17:55', 'how Esmé is reached', [
    phoneUsed.write(esmesPhone, { number: '07700 900417', protected: false, from: mustBeDate('2025-09-01') }),
  ]),
  together(beatrix.id, '2026-03-30 09:15', 'how Esmé is reached, protected', [
    placeProtectionSet.write(
      { ...esmesPhone, id: handMadeId('child', 'Esmé Tull', 'place', 'protected'), happened: happenedAt('2026-03-30') },
      { place: esmesPhone.id, protected: true, because: 'Her stepfather asked the school for it.' },
    ),
  ]),
];
