import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

/**
 * Alone: without a parent, carer or anybody else who lives with the child in the room. Unborn: the family was visited,
 * and there was no child to see yet.
 */
export const HOW_SEEN = ['alone', 'with-others', 'not-seen', 'unborn'] as const;
export type HowSeen = (typeof HOW_SEEN)[number];
/** What a file may say: the child was seen, and whether alone is not told. It counts as seen, never as seen alone. */
const SEEN_SOMEHOW = 'seen';

/**
 * A visit, as it was for one child. A visit to three siblings is one act with a whole entry in each child's book.
 * All visits to a child stand on one thread, so that two people who write the same one up are shown each other's.
 */
export const childVisited = defineEntry({
  type: 'child-visited',
  version: 1,
  books: ['child'],
  fields: {
    episode: z.union([someId, z.null()]),
    /** Who was there, as the visitor names them. */
    present: said(z.array(shortText)),
    seen: said(z.enum([...HOW_SEEN, SEEN_SOMEHOW])),
    notSeenBecause: said(words),
    place: said(shortText),
    /** The child's own words, apart from what anybody made of them. */
    words: said(words),
    account: said(words),
    visitedBy: said(shortText),
    /** The book of the worker who visited. */
    worker: said(someId),
  },
});

const factOfSeeing = {
  alone: 'seen.alone',
  'with-others': 'seen.with-others',
  'not-seen': 'seen.not-seen',
  seen: 'seen.with-others',
} as const;

export const childVisitedEntry = moduleEntry({
  is: childVisited.is,
  yields: [...new Set(Object.values(factOfSeeing)), 'view.expressed'],
  facts: (entry) => {
    const { seen, words: own, worker } = entry.data;
    const party = isSaid(worker) ? worker : null;
    return [
      ...(isSaid(seen) && seen !== 'unborn' ? [factOf(entry, factOfSeeing[seen], { party })] : []),
      // A view is a thread of its own, named after the entry in which it was first written: a decision answers it.
      ...(isSaid(own) ? [factOf(entry, 'view.expressed', { thread: entry.id })] : []),
    ];
  },
  tells: ({ data }) => {
    const spoke = isSaid(data.words) ? ' The child’s own words were written down.' : '';
    if (!isSaid(data.seen)) return `Visit. Whether the child was seen is not known.${spoke}`;
    const how = {
      alone: 'Seen alone.',
      'with-others': 'Seen with others.',
      'not-seen': 'The child was not seen.',
      unborn: 'To the family, before the birth.',
      seen: 'Seen; whether alone is not said.',
    };
    return `Visit. ${how[data.seen]}${spoke}`;
  },
});
