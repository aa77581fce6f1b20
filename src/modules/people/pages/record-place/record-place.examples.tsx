import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { ChildFace } from '../../../child-face.ts';
import { safiyaFace } from '../../../safiya-face.fixture.ts';
import { readPlaceForm } from './record-place.form.ts';
import { RecordPlaceView, type WhoseItMayBe } from './record-place.view.tsx';

const today = mustBeDate('2026-03-31');
const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000020${n}` as Id;
const face: ChildFace = { ...safiyaFace, child: idOf(1) };
const people: readonly WhoseItMayBe[] = [
  { book: face.child, name: null, isChild: true },
  { book: idOf(2), name: 'Karolina Nowak', isChild: false },
  { book: idOf(3), name: null, isChild: false },
];
const typed: Typed = {
  whom: idOf(2),
  kind: 'address',
  line: '14 Saltpan Lane\nWherrymouth',
  postcode: 'ZZ9 9ZY',
  'from-day': '2',
  'from-month': 'March',
  'from-year': '2026',
  protected: 'not-known',
};

type More = {
  readonly face?: ChildFace;
  readonly people?: readonly WhoseItMayBe[];
  readonly sent?: boolean;
  readonly keptAt?: Instant;
};

const form = (name: string, words: Typed, more: More = {}): Example => ({
  page: 'Record an address or a number',
  name,
  view: () => {
    const around = more.people ?? people;
    const read = readPlaceForm(words, around, today);
    return (
      <RecordPlaceView
        house={EXAMPLE_HOUSE}
        csrf="example"
        today={today}
        face={more.face ?? face}
        people={around}
        command={idOf(0)}
        typed={words}
        day={Object.keys(words).length > 0 ? read.day : undefined}
        faults={more.sent ? read.faults : []}
        draft={{ action: '/children/x/addresses/draft', keptAt: more.keptAt ?? null }}
      />
    );
  },
});

const longName = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe-Wojciechowska';

export const examples: readonly Example[] = [
  form('first visit', {}),
  form('nobody else is known', {}, { people: people.slice(0, 1) }),
  form(
    'longest names',
    {},
    {
      face: { ...face, name: longName },
      people: [
        { ...people[0], name: null, book: face.child, isChild: true },
        { book: idOf(4), name: longName, isChild: false },
      ],
    },
  ),
  form('draft restored', typed, { keptAt: '2026-03-30T16:52:00.000Z' as Instant }),
  form('sent empty', {}, { sent: true }),
  form('an address without a line', { ...typed, line: '', postcode: '' }, { sent: true }),
  form(
    'a number that is none, from a day that is none',
    { ...typed, kind: 'phone', number: '07', 'from-day': '31', 'from-month': '2' },
    { sent: true },
  ),
];
