import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import { readAudienceForm } from './set-audience.form.ts';
import { type SetAudienceModel, SetAudienceView } from './set-audience.view.tsx';

const exampleId = (last: number): Id => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}` as Id;
const child = exampleId(1);
const entry = exampleId(41);
const action = `/children/${child}/entries/${entry}/audience/draft`;

const paragraphs: SetAudienceModel['paragraphs'] = [
  { path: 'words', text: 'I want to see Zayn’s new school and be there on his birthday.' },
  {
    path: 'account',
    text: 'Her mother has moved to another town, and asked that their father should not be told which.',
  },
];
const model: SetAudienceModel = {
  ...{ house: EXAMPLE_HOUSE, csrf: 'example', child, entry, paragraphs, command: exampleId(50), lastSeen: null },
  heading: 'Safiya Nowak-Rahman, 8',
  tells: 'Visit. Seen alone. The child’s own words were written down.',
  standsInLists: false,
  twins: 0,
  typed: { 'who-1': 'everyone', 'who-2': 'everyone' },
  faults: [],
  draft: { action, keptAt: null },
  isOvertaken: false,
};
const typed = {
  'who-1': 'everyone',
  'who-2': 'some',
  'relations-2': ['legal', 'conference-chair'],
  'people-2': 'rukhsana.mahmood@wherrymouth.example\nsomebody.else@wherrymouth.example',
  because: '',
};
const { faults } = readAudienceForm(
  typed,
  paragraphs.map(({ path }) => path),
  (email) => (email.startsWith('rukhsana') ? exampleId(70) : undefined),
);

const example = (name: string, more: Partial<SetAudienceModel> = {}): Example => ({
  page: 'Who may read this',
  name,
  view: () => <SetAudienceView {...model} {...more} />,
});

export const examples: readonly Example[] = [
  example('nobody has said so yet'),
  example('one is kept, one is withheld from this reader', {
    paragraphs: [
      { path: 'account', text: paragraphs[1]?.text ?? '' },
      { path: 'notSeenBecause', text: null },
    ],
    typed: { 'who-1': 'protected-readers' },
  }),
  example('the same words in the records of two others', { twins: 2 }),
  example('all of it is withheld from this reader', {
    paragraphs: paragraphs.map(({ path }) => ({ path, text: null })),
  }),
  example('every error that a box can have', { typed, faults }),
  example('nothing was changed', {
    faults: [{ field: 'who-1', text: 'Nothing was changed: choose who may read it' }],
    typed: { ...model.typed, because: 'So that he does not learn of it.' },
  }),
  example('somebody else said so meanwhile', {
    isOvertaken: true,
    typed: { ...typed, because: 'So that he does not learn of it.' },
    draft: { action, keptAt: '2026-03-30T16:52:00.000Z' as Instant },
  }),
  example('an entry without a sentence', { paragraphs: [], tells: 'Child in need plan. Agreed.' }),
  example('an entry that stands in lists', { paragraphs: [], standsInLists: true, tells: 'Name. Recorded.' }),
  example('longest names', {
    heading: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe, 8',
    paragraphs: [{ path: 'children.0.notSeenBecause', text: 'Donaudampfschifffahrtsgesellschaft '.repeat(20) }],
  }),
];
