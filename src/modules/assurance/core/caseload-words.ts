import type { Grade, TeamKind, WorkKind } from '../../workforce/public.ts';
import { capital, inFigures, inWords, type SentencePart } from './county-words.ts';

/** What is being done for a child, as a caseload names it. */
export const WORK_WORDS: Record<WorkKind, string> = {
  court: 'Care proceedings',
  'protection-plan': 'Child protection plan',
  enquiry: 'Section 47 enquiry',
  'entering-care': 'First months in care',
  'looked-after': 'In care',
  assessment: 'Assessment',
  'child-in-need-plan': 'Child in need plan',
  'private-fostering': 'Private fostering',
  'leaving-care': 'Leaving care',
  'short-breaks': 'Short breaks',
  'open-only': 'Open, no work recorded',
  carer: 'Foster carer',
};

export const GRADE_WORDS: Record<Grade, string> = {
  'social-worker': 'Social worker',
  'newly-qualified-social-worker': 'Newly qualified social worker',
  'advanced-practitioner': 'Advanced practitioner',
  'team-manager': 'Team manager',
  'family-support-worker': 'Family support worker',
  student: 'Student',
};

export const TEAM_KIND_WORDS: Record<TeamKind, string> = {
  'front-door': 'Front door',
  assessment: 'Assessment',
  'family-safeguarding': 'Family safeguarding',
  'child-in-need': 'Child in need',
  'children-in-care': 'Children in care',
  'leaving-care': 'Leaving care',
  'disabled-children': 'Disabled children',
  fostering: 'Fostering',
  adoption: 'Adoption',
  'early-help': 'Early help',
  'emergency-duty': 'Emergency duty',
  'reviewing-officers': 'Reviewing officers',
  other: 'Other work',
};

/** What one worker's list begins with. */
export type CaseloadCounts = {
  readonly children: number;
  readonly carers: number;
  /** Of the children, those whom nobody holds although this worker is named. */
  readonly notHeld: number;
  readonly late: number;
  readonly dueToday: number;
  readonly notSeen: number;
  /** Children of whom nobody can tell whether they were seen in time. */
  readonly seenUntold: number;
  readonly untold: number;
};

const number = (count: number, one: string, many: string): SentencePart => ({
  text: `${inFigures(count)} ${count === 1 ? one : many}`,
  as: 'number',
});
const plain = (text: string): SentencePart => ({ text, as: 'plain' });

/** `You hold 16 children. One thing is late, one is due today. Every child has been seen in time.` */
export function caseloadStatement(counts: CaseloadCounts, who: string | null): SentencePart[] {
  const { children, carers, notHeld } = counts;
  const holds = who === null ? 'You hold ' : `${who} holds `;
  const supervises = who === null ? 'You supervise ' : `${who} supervises `;
  if (children === 0 && carers === 0)
    return [plain(`No open child is in ${who === null ? 'your' : 'this'} name, as far as the record can tell.`)];
  if (children === 0) return [plain(supervises), number(carers, 'foster carer', 'foster carers'), plain('.')];
  return [
    ...(notHeld === children
      ? [number(children, 'child is', 'children are'), plain(` in ${who === null ? 'your' : 'this'} name`)]
      : [plain(holds), number(children - notHeld, 'child', 'children')]),
    ...(carers > 0
      ? [plain(', and supervises '.replace('supervises', who === null ? 'supervise' : 'supervises'))]
      : []),
    ...(carers > 0 ? [number(carers, 'foster carer', 'foster carers')] : []),
    plain('. '),
    ...whoIsNotHeld(counts),
    ...whatIsLate(counts),
    ...whoIsSeen(counts),
  ];
}

function whoIsNotHeld({ children, notHeld }: CaseloadCounts): SentencePart[] {
  if (notHeld === 0) return [];
  const whom = notHeld < children ? `${inWords(notHeld)} more in this name` : children === 1 ? 'this child' : 'them';
  return [{ text: `Nobody holds ${whom}`, as: 'missed' }, plain('. ')];
}

function whatIsLate({ late, dueToday, untold }: CaseloadCounts): SentencePart[] {
  const today = dueToday === 0 ? '' : `, ${inWords(dueToday)} ${dueToday === 1 ? 'is' : 'are'} due today`;
  if (late > 0)
    return [
      { text: `${capital(inWords(late))} ${late === 1 ? 'thing is' : 'things are'} late`, as: 'missed' },
      plain(`${today}. `),
    ];
  return [plain(`${untold > 0 ? 'Nothing is known to be late' : 'Nothing is late'}${today}. `)];
}

function whoIsSeen({ children, notSeen, seenUntold }: CaseloadCounts): SentencePart[] {
  const untold: SentencePart[] =
    seenUntold > 0
      ? [
          {
            text: `Of ${inWords(seenUntold)} ${seenUntold === 1 ? 'child' : 'children'} nobody can tell whether they were seen in time`,
            as: 'unknown',
          },
          plain('.'),
        ]
      : [];
  if (notSeen > 0)
    return [
      {
        text: `${capital(inWords(notSeen))} ${notSeen === 1 ? 'child has' : 'children have'} not been seen in time`,
        as: 'missed',
      },
      plain(untold.length > 0 ? '. ' : '.'),
      ...untold,
    ];
  return untold.length > 0
    ? untold
    : [plain(children === 1 ? 'The child has been seen in time.' : 'Every child has been seen in time.')];
}
