import { grouped } from '../../../kernel/grouped.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Finding } from './decide-batch.ts';

/** Something that an earlier file said and a later one should have, and has not. */
export type Missing = {
  readonly laChildId: string;
  readonly book: Id;
  readonly group: string;
  readonly key: string;
  /** The later file has the child, if not this. */
  readonly childSeen: boolean;
  /** Somebody has confirmed that it was taken back. */
  readonly confirmed: boolean;
};

/** One line for each child that is missing from a file, and one for each group that is, for a person to look at. */
export function withdrawnFindings(missing: readonly Missing[]): Finding[] {
  const byPlace = grouped(missing, ({ book, group, childSeen }) => (childSeen ? `${book}/${group}` : book));
  return [...byPlace.values()].flatMap((gone) => {
    const first = gone[0];
    if (!first) return [];
    const { laChildId, book, group, childSeen } = first;
    const reason = childSeen
      ? `An earlier census had ${groupInWords(group)} (${gone.map(({ key }) => key.slice(group.length + 1)).join(', ')}); this one has not. Still counted until somebody confirms.`
      : 'The child was in an earlier census with something that this one should have, and is not in it. Still counted until somebody confirms.';
    return [
      {
        kind: 'withdrawn',
        child: laChildId,
        book,
        table: tableOf(group, childSeen),
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
  { key: 'review', table: 'Reviews', words: 'the review conference of' },
  { key: 'pre-proceedings', table: 'PreProceedings', words: 'the pre-proceedings of' },
  { key: 'child', table: 'ChildIdentifiers', words: 'part of who the child is' },
  { key: 'described', table: 'ChildCharacteristics', words: 'what the child is like' },
];

/** `episode:2025-06-11/assessment:2025-06-13` is “the assessment begun on 2025-06-13, in the episode of 2025-06-11”. */
export function groupInWords(group: string): string {
  const parts = group.split('/').map((part) => {
    const [key = '', day = ''] = part.split(':');
    return { kind: KINDS.find((kind) => kind.key === key), day: day.replace(/#\d+$/, '') };
  });
  const last = parts.at(-1);
  const episode = parts.length > 1 ? `, in the episode of ${parts[0]?.day}` : '';
  return `${last?.kind?.words ?? group} ${last?.day ?? ''}`.trim() + episode;
}

const tableOf = (group: string, childSeen: boolean): string => {
  const key = group.split('/').at(-1)?.split(':')[0];
  return childSeen ? (KINDS.find((kind) => kind.key === key)?.table ?? 'Child') : 'Child';
};
