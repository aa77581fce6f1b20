import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import { type AskPage, AskToOpenView } from './ask-to-open.view.tsx';

const example = (name: string, more: Partial<AskPage>): Example => ({
  page: 'Ask to open a record',
  name,
  view: () =>
    AskToOpenView({
      house: EXAMPLE_HOUSE,
      csrf: 'token',
      child: '00000000-0000-4000-8000-000000000001' as Id,
      inWords: { heading: 'Safiya Nowak-Rahman, 8', councilIds: 'WM104417' },
      holder: { worker: 'Jonah Moore', team: 'Northfield', manager: 'Beatrix Ashworth' },
      until: '2026-03-31T12:15:00.000Z' as Instant,
      reason: '',
      faults: [],
      ...more,
    }),
});

export const examples: readonly Example[] = [
  example('first visit', {}),
  example('no worker holds the child', {
    holder: null,
    inWords: { heading: 'WM104420, girl of 4', councilIds: 'WM104420' },
  }),
  example('too short a reason', {
    reason: 'on duty',
    faults: [{ field: 'reason', text: 'The reason must have 10 letters or more' }],
  }),
  example('longest names', {
    inWords: {
      heading: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe, 11 months',
      councilIds: 'WM104417AAAA0000BBBB and WM999999',
    },
    holder: {
      worker: 'Maximiliana Oyelaran-Featherstonehaugh-Wojciechowska',
      team: 'Children with disabilities, transitions and continuing care, Saltmere and the villages',
      manager: null,
    },
  }),
];
