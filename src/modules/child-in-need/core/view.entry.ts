import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);
export const VIEW_ANSWERS = ['followed', 'partly', 'not-followed'] as const;

/** What a child wants or thinks, in the child's own words, told elsewhere than at a visit. Its own thread. */
export const viewExpressed = defineEntry({
  type: 'view-expressed',
  version: 1,
  books: ['child'],
  fields: { episode, words, told: said(shortText), how: said(shortText), present: said(z.array(shortText)) },
});

/** A decision answers a view. `about` is the view's thread: the id of the entry that it was first written in. */
export const viewDecided = defineEntry({
  type: 'view-decided',
  version: 1,
  books: ['child'],
  fields: { episode, answer: z.enum(VIEW_ANSWERS), because: said(words), decidedBy: said(shortText) },
});

/** The child was told what was decided about the view: only then has it been heard. */
export const viewAnswerTold = defineEntry({
  type: 'view-answer-told',
  version: 1,
  books: ['child'],
  fields: { episode, toldBy: said(shortText), how: said(shortText), childSaid: said(words) },
});

const answered = { followed: 'followed', partly: 'followed in part', 'not-followed': 'not followed' } as const;

export const viewEntries = [
  moduleEntry({
    is: viewExpressed.is,
    yields: ['view.expressed'],
    facts: (entry) => [factOf(entry, 'view.expressed')],
    tells: () => 'The child’s own words were written down.',
  }),
  moduleEntry({
    is: viewDecided.is,
    yields: ['view.decided'],
    facts: (entry) => [factOf(entry, 'view.decided')],
    tells: ({ data }) =>
      `What the child said was ${answered[data.answer]}${isSaid(data.because) ? '; the reason is written down' : ''}.`,
  }),
  moduleEntry({
    is: viewAnswerTold.is,
    yields: ['view.told'],
    facts: (entry) => [factOf(entry, 'view.told')],
    tells: () => 'The child was told what became of what they said.',
  }),
];
