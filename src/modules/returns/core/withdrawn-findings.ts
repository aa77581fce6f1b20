import { grouped } from '../../../kernel/grouped.ts';
import type { Id } from '../../../kernel/id.ts';
import type { FileKind } from '../../../record/entry.ts';
import type { Finding } from './decide-batch.ts';
import { KIND_IN_WORDS } from './file-kind.ts';

/** Something that an earlier file said and a later one should have, and has not. */
export type Missing = {
  readonly laChildId: string;
  readonly book: Id;
  readonly group: string;
  readonly key: string;
  /** The table or list that it came from, where the file may come without it. */
  readonly part: string | null;
  /** The later file has the child, if not this. */
  readonly childSeen: boolean;
  /** Somebody has confirmed that it was taken back. */
  readonly confirmed: boolean;
};

/** One line for each child that is missing from a file, and one for each group that is, for a person to look at. */
export function withdrawnFindings(kind: FileKind, missing: readonly Missing[]): Finding[] {
  const { short } = KIND_IN_WORDS[kind];
  const earlier = `n earlier ${short}`;
  const byPlace = grouped(missing, ({ book, group, childSeen }) => (childSeen ? `${book}/${group}` : book));
  return [...byPlace.values()].flatMap((gone) => {
    const first = gone[0];
    if (!first) return [];
    const { laChildId, book, group, childSeen, part } = first;
    const reason = childSeen
      ? `A${earlier} had ${groupInWords(group)} (${gone.map(({ key }) => key.slice(group.length + 1)).join(', ')}); this one has not. Still counted until somebody confirms.`
      : `The child was in a${earlier} with something that this one should have, and is not in it. Still counted until somebody confirms.`;
    return [
      {
        kind: 'withdrawn',
        child: laChildId,
        book,
        table: tableOf(group, childSeen, part),
        line: null,
        code: null,
        reason,
      } as const,
    ];
  });
}

const KINDS: readonly { readonly key: string; readonly table: string; readonly words: string }[] = [
  { key: 'episode', table: 'CINdetails', words: 'the referral of' },
  { key: 'assessment', table: 'Assessments', words: 'the assessment begun on' },
  { key: 'need-plan', table: 'CINplanDates', words: 'the child in need plan of' },
  { key: 'section-47', table: 'Section47', words: 'the section 47 enquiry of' },
  { key: 'protection-plan', table: 'ChildProtectionPlans', words: 'the protection plan of' },
  { key: 'review', table: 'Reviews', words: 'the review of' },
  { key: 'pre-proceedings', table: 'PreProceedings', words: 'the pre-proceedings of' },
  { key: 'care', table: 'Episodes', words: 'the period of care begun on' },
  { key: 'placement', table: 'Episodes', words: 'the placement begun on' },
  { key: 'legal-status', table: 'Episodes', words: 'the legal status from' },
  { key: 'missing', table: 'Missing', words: 'the absence from' },
  { key: 'worker', table: 'SWEpisodes', words: 'the worker from' },
  { key: 'placed-for-adoption', table: 'PlacedAdoption', words: 'the placement for adoption of' },
  { key: 'child', table: 'ChildIdentifiers', words: 'part of who the child is' },
  { key: 'described', table: 'ChildCharacteristics', words: 'what the child is like' },
];

/** `episode:2025-06-11/assessment:2025-06-13` is “the assessment begun on 2025-06-13, in the episode of 2025-06-11”. */
export function groupInWords(group: string): string {
  const parts = group.split('/').map((part) => {
    const [key = '', ...days] = part.split(':');
    const day = days.at(-1) ?? '';
    return { kind: KINDS.find((kind) => kind.key === key), day: day.replace(/#\d+$/, '') };
  });
  const last = parts.at(-1);
  const outer = parts.length > 1 ? parts[0] : undefined;
  const inside = outer?.kind?.key === 'care' ? 'period of care' : 'episode';
  const episode = outer ? `, in the ${inside} of ${outer.day}` : '';
  return `${last?.kind?.words ?? group} ${last?.day ?? ''}`.trim() + episode;
}

const tableOf = (group: string, childSeen: boolean, part: string | null): string => {
  const key = group.split('/').at(-1)?.split(':')[0];
  return childSeen ? (part ?? KINDS.find((kind) => kind.key === key)?.table ?? 'Child') : 'Child';
};
