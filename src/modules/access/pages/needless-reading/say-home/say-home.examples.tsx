import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import { type HomePage, SayHomeView } from './say-home.view.tsx';

const one = (name: string, more: Partial<HomePage>): Example => ({
  page: 'Where I live',
  name,
  view: () =>
    SayHomeView({
      house: EXAMPLE_HOUSE,
      csrf: 'token',
      saidAt: undefined,
      line: '',
      postcode: '',
      faults: [],
      ...more,
    }),
});

export const examples: readonly Example[] = [
  one('nothing said yet', {}),
  one('said before', { saidAt: '2026-03-03T10:15:00.000Z' as Instant }),
  one('no house and no postcode', {
    line: 'Wherrymouth',
    postcode: 'NR',
    faults: [
      { field: 'line', text: 'Give the number or the name of the house, and the street' },
      { field: 'postcode', text: 'Give a whole postcode' },
    ],
  }),
  one('one endless word', { line: 'a'.repeat(180), postcode: 'a'.repeat(80) }),
];
