import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE as house } from '../../../../../ui/example-house.ts';
import { KeptFormView } from './kept-form.view.tsx';

const form = {
  path: '/children/00000000-0000-4000-8000-0000000000c1/visits/new',
  person: '00000000-0000-4000-8000-0000000000a1' as Id,
  at: '2026-03-31T11:40:00.000Z' as Instant,
};
const example = (name: string, fields: readonly (readonly [string, string])[]): Example => ({
  page: 'Your form was kept',
  name,
  view: () => KeptFormView({ house, csrf: 'token', form: { ...form, fields } }),
});

export const examples: Example[] = [
  example('first visit', [
    ['day-day', '30'],
    ['seen-1', 'alone'],
    ['words-1', 'Mum got up first on Friday!'],
    ['account-1', 'In the kitchen, for half an hour.\nShe showed me the drawing from school.'],
  ]),
  example('no words in it', [['day-day', '30']]),
  example('longest words', [['account', `${'Nebuchadnezzar'.repeat(12)} and ${'a longer sentence '.repeat(60)}`]]),
];
