import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { happenedOn } from '../../../../record/entry.ts';
import { notAsked, notKnown, withheld } from '../../../../record/said.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { ChildFace } from '../../../child-face.ts';
import { shownEntries } from '../../../redacted-entry.fixture.ts';
import { envelopeOn } from '../../../stored-entry.fixture.ts';
import { childVisited } from '../../core/child-visited.entry.ts';
import { readVisitForm } from './record-visit.form.ts';
import { calledOf, RecordVisitView, type VisitFormModel } from './record-visit.view.tsx';
import type { VisitConflict, VisitTold } from './visit-conflict.ts';
import { VisitConflictView } from './visit-conflict.view.tsx';

const today = mustBeDate('2026-03-31');
const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000010${n}` as Id;

const face = (n: number, more: Partial<ChildFace>): ChildFace => ({
  child: idOf(n),
  councilChildIds: [`WM10441${n}`],
  name: null,
  bornOn: mustBeDate('2018-02-14'),
  expectedOn: null,
  diedOn: null,
  sex: 'female',
  inDoubtWith: [],
  ...more,
});
const safiya = face(7, { name: 'Safiya Nowak-Rahman' });
const zayn = face(8, { name: 'Zayn Nowak-Rahman', bornOn: mustBeDate('2021-08-03'), sex: 'male' });
const siblings = [safiya, zayn];

const typed: Typed = {
  'day-day': '30',
  'day-month': 'March',
  'day-year': '2026',
  time: '3.30pm',
  present: 'people',
  people: 'Karolina Nowak, their mother',
  place: 'at home',
  'seen-1': 'alone',
  'words-1': 'Mum got up first on Friday!',
  'account-1': 'In the kitchen while her mother was upstairs with Zayn.',
  'seen-2': 'with-others',
};

const modelOf = (
  faces: readonly ChildFace[],
  words: Typed,
  more: Partial<VisitFormModel> & { readonly sent?: boolean } = {},
): VisitFormModel => {
  const read = readVisitForm(
    words,
    faces.map((each) => ({ book: each.child, called: calledOf(each, today) })),
    today,
  );
  return {
    house: EXAMPLE_HOUSE,
    csrf: 'example',
    today,
    children: faces.map((each) => ({ face: each, lastSeen: null })),
    command: idOf(0),
    typed: words,
    day: Object.keys(words).length > 0 ? read.day : undefined,
    faults: more.sent ? read.faults : [],
    draft: { action: `/children/${faces[0]?.child}/visits/draft`, keptAt: null },
    ...more,
  };
};

const form = (name: string, model: VisitFormModel): Example => ({
  page: 'Record a visit',
  name,
  view: () => <RecordVisitView {...model} />,
});

const told = (data: Partial<VisitTold['data']>): VisitTold => ({
  happened: happenedOn(mustBeDate('2026-03-30')),
  data: {
    episode: null,
    present: ['Karolina Nowak, their mother'],
    seen: 'alone',
    notSeenBecause: notKnown,
    place: 'at home',
    words: notKnown,
    account: notKnown,
    visitedBy: 'Beatrix Ashworth',
    worker: notAsked,
    ...data,
  },
});

const recorded = (data: Partial<VisitTold['data']>): VisitConflict['theirs'] =>
  shownEntries(childVisited.write(envelopeOn('2026-03-30'), told(data).data)) as never;

const conflict = (name: string, more: Partial<VisitFormModel>): Example => ({
  page: 'Record a visit',
  name,
  view: () => (
    <VisitConflictView
      {...modelOf(siblings, typed)}
      {...more}
      conflicts={[
        {
          place: 0,
          shown: idOf(5),
          correctable: idOf(5),
          theirs: recorded({ words: 'Mum was up.', account: 'At the door with her brother.', seen: 'with-others' }),
          mine: told({ words: 'Mum got up first on Friday!', visitedBy: 'Temitope Adeyemi' }),
        },
        {
          place: 1,
          shown: idOf(6),
          correctable: idOf(6),
          theirs: [
            ...recorded({ seen: 'not-seen', notSeenBecause: 'Asleep upstairs', present: notKnown }),
            ...recorded({ seen: notKnown, present: [], place: notKnown }),
            ...recorded({ words: withheld as never, account: withheld as never }),
          ],
          mine: told({ seen: 'with-others', visitedBy: 'Temitope Adeyemi' }),
        },
      ]}
    />
  ),
});

const longest = face(3, {
  name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe-Wojciechowska',
});

export const examples: readonly Example[] = [
  form('first visit to two siblings', modelOf(siblings, {})),
  form('one child with no name', modelOf([face(4, {})], {})),
  form('not born yet', modelOf([face(5, { bornOn: null, expectedOn: mustBeDate('2026-06-02'), sex: null })], {})),
  form('longest names', modelOf([longest, face(6, { name: 'Suleiman', sex: 'male' })], {})),
  form(
    'draft restored',
    modelOf(siblings, typed, {
      draft: { action: '/children/x/visits/draft', keptAt: '2026-03-30T16:52:00.000Z' as Instant },
    }),
  ),
  form('sent empty', modelOf(siblings, {}, { sent: true })),
  form(
    'every error that a box can have',
    modelOf(
      siblings,
      {
        ...typed,
        'day-year': '2027',
        time: 'teatime',
        people: '',
        'seen-1': 'not-seen',
        'seen-2': '',
      },
      { sent: true },
    ),
  ),
  form(
    'refused: before birth',
    modelOf(
      siblings,
      { ...typed, 'day-year': '2017' },
      {
        faults: [{ field: 'seen-1', text: 'On that day the child was not yet born, as far as the record says' }],
      },
    ),
  ),
  conflict('somebody else recorded a visit', {}),
  conflict('no choice was made', { faults: [{ field: 'choice', text: 'Say what is to become of yours' }] }),
  conflict('no reason was given', {
    typed: { ...typed, choice: 'mine' },
    faults: [{ field: 'reason', text: 'Say why theirs is wrong' }],
  }),
];
