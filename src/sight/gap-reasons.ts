import type { EpochDay } from '../kernel/local-date.ts';
import { type Dated, windowOver } from './believed.ts';
import { assessedOn, type CoverageAnswers, type Covered } from './coverage.ts';
import { isOfCare, isOfNeed, type Lasting, openFrom } from './episodes.ts';
import type { FactName } from './facts.ts';
import type { Held } from './holding.ts';
import type { Said, SpanBecause } from './span-kinds.ts';

const nothing = { party: null, duty: null } as const;

/** That the child is open, since the first opening among these. */
export function openSpan(answers: CoverageAnswers, open: readonly Lasting[]): Said {
  let first = open[0];
  for (const each of open) if (first && openFrom(each) < openFrom(first)) first = each;
  const because = answers.open === 'yes' ? null : 'opening-day-not-known';
  return { is: 'open', because, party: null, duty: null, entry: first?.opened.fact.entry ?? null };
}

/** Why nobody holds the child. */
export function whyNobody(child: Covered, { by, why }: Held): Said {
  return { ...nothing, is: 'no-worker', because: codeOfNobody(child, by, why), entry: by?.fact.entry ?? null };
}

function codeOfNobody(child: Covered, by: Dated | null, why: Held['why']): SpanBecause {
  switch (why) {
    case 'worker-left':
      return 'left';
    case 'worker-on-leave':
      return 'on-leave';
    case 'worker-not-registered':
      return 'not-registered';
    case 'ended':
      return 'ended';
    case 'placeholder':
      return placeholderNamed(child, by);
    default:
      return 'never-allocated';
  }
}

const PLACEHOLDERS = {
  'placeholder.manager': 'placeholder:manager',
  'placeholder.team': 'placeholder:team',
  'placeholder.duty': 'placeholder:duty',
  'placeholder.in-transit': 'placeholder:in-transit',
  'placeholder.awaiting-closure': 'placeholder:awaiting-closure',
} as const satisfies Partial<Record<FactName, SpanBecause>>;
const isPlaceholder = (name: FactName): name is keyof typeof PLACEHOLDERS => name in PLACEHOLDERS;

function placeholderNamed(child: Covered, by: Dated | null): SpanBecause {
  for (const { fact } of child.facts)
    if (fact.entry === by?.fact.entry && isPlaceholder(fact.name)) return PLACEHOLDERS[fact.name];
  return 'placeholder:not-said';
}

/** Risk that nobody has begun to assess: by the concern that it came with. */
export function assessmentGap(child: Covered, open: readonly Lasting[], on: EpochDay): Said {
  const episode = open.find((each) => assessedOn(child, each, on) === 'no');
  return { ...nothing, is: 'not-assessed', because: 'no-assessment', entry: episode?.opened.fact.entry ?? null };
}

/** No plan: after a decision that one is needed, or in care, where nobody needs to decide so. */
export function planGap(child: Covered, open: readonly Lasting[], on: EpochDay): Said {
  const decision = child.decisions.findLast(({ n2 }) => n2 <= on);
  const care = open.find(isOfCare);
  if (care && (decision?.fact.name !== 'decision.plan-needed' || decision.n2 < care.from2))
    return { ...nothing, is: 'no-plan', because: 'no-care-plan', entry: care.opened.fact.entry };
  return { ...nothing, is: 'no-plan', because: 'no-plan-after-decision', entry: decision?.fact.entry ?? null };
}

type Lane = 'allocated' | 'assessed' | 'seen' | 'planned';

/** What an answer rests on: facts whose day may be uncertain, and those whose silence a file must speak of. */
const RESTS_ON: Record<Exclude<Lane, 'allocated'>, { facts: readonly FactName[]; silence: readonly FactName[][] }> = {
  assessed: {
    facts: [
      'assessment.begun',
      'assessment.completed',
      'assessment.initial-begun',
      'assessment.initial-completed',
      'assessment.core-completed',
    ],
    silence: [['assessment.begun', 'assessment.completed']],
  },
  seen: { facts: ['seen.alone', 'seen.with-others'], silence: [['seen.alone', 'seen.with-others']] },
  planned: {
    facts: [
      'plan.in-need-begun',
      'plan.in-need-ended',
      'plan.protection-begun',
      'plan.protection-ended',
      'care-plan.agreed',
      'care.ended',
    ],
    silence: [['decision.plan-needed'], ['plan.in-need-ended', 'plan.protection-ended'], ['care.ended']],
  },
};

/** Why nobody can tell how a lane of an open child stands on a day. */
export function whyUntold(child: Covered, open: readonly Lasting[], lane: Lane, held: Held, on: EpochDay): Said {
  const entry = open[0]?.opened.fact.entry ?? null;
  return { ...nothing, is: `cannot-tell:${lane}`, because: codeOfUntold(child, open, lane, held, on), entry };
}

function codeOfUntold(child: Covered, open: readonly Lasting[], lane: Lane, held: Held, on: EpochDay): SpanBecause {
  if (lane === 'allocated') return held.why === 'not-known' ? 'worker-not-known' : 'files-never-say';
  const { facts, silence } = RESTS_ON[lane];
  const hazy = child.facts.some(({ fact, n1, n2 }) => n1 <= on && on < n2 && facts.includes(fact.name));
  if (hazy || (lane === 'planned' && open.some((each) => isOfCare(each) && each.from2 > on))) return 'day-not-known';
  const since = [...open.filter(isOfNeed), ...child.plans].map(({ from1 }) => from1);
  const told = silence.some((names) => since.some((day) => windowOver(child.facts, names, day) !== undefined));
  return told ? 'files-end-before' : 'files-never-say';
}
