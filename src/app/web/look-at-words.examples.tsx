import type { Example } from '../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../ui/example-house.ts';
import { LookAtWordsView } from './look-at-words.view.tsx';

const typed = {
  'seen-1': 'alone',
  'words-1': 'We sleep at 14 Saltpan Lane now, all in one room.',
  'account-1': `They moved to 14 Saltpan Lane on Friday. ${'She showed me her bed and where her things are. '.repeat(12)}`,
};

const example = (name: string, boxes: readonly string[]): Example => ({
  page: 'Words that give a protected place',
  name,
  view: () => (
    <LookAtWordsView house={EXAMPLE_HOUSE} csrf="example" url="/children/x/visits/new" typed={typed} boxes={boxes} />
  ),
});

export const examples: readonly Example[] = [
  example('one box', ['words-1']),
  example('several boxes, long words', ['words-1', 'account-1']),
];
