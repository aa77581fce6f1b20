import type { OracleAnswer } from './oracle-clocks.ts';
import type { Told } from './oracle-facts.ts';

/** What a thread has one of: two sources that put it on different days cannot both be right. */
export const HAPPENS_ONCE = [
  'assessment.completed',
  'assessment.initial-completed',
  'assessment.core-completed',
  'enquiry.concluded',
  'conference.initial-held',
  'plan.in-need-ended',
  'plan.protection-ended',
  'care.entered',
  'care.ended',
  'placement.begun',
  'placement.ended',
];
const TOLD_ONCE = [...HAPPENS_ONCE, 'born.born', 'born.died', 'closure.closed', 'missing.found'];

const OF_CARE = /^(care|legal-status|care-plan|placement|visiting|missing|leaving-care)\.|^review\.care-/;
const rank = ({ name, source }: Told): number =>
  (OF_CARE.test(name)
    ? ['here', 'ssda903', 'cin-census', 'annex-a']
    : ['here', 'cin-census', 'ssda903', 'annex-a']
  ).indexOf(source);

/** The facts that are trusted, and what they would be were another source right about one event. */
export type Versions = {
  readonly trusted: readonly Told[];
  readonly others: readonly (readonly Told[])[];
  /** The entry of a source that is not trusted, by that of the one trusted instead. */
  readonly insteadOf: ReadonlyMap<string, string>;
};

const apart = (a: Told, b: Told): boolean => a.lo > b.hi || a.hi < b.lo;

export function versionsOf(facts: readonly Told[]): Versions {
  const doubted = new Set<Told>();
  const swaps: { out: readonly Told[]; back: readonly Told[] }[] = [];
  const insteadOf = new Map<string, string>();
  const keys = new Set(
    facts.filter(({ name }) => TOLD_ONCE.includes(name)).map(({ name, thread }) => `${name} ${thread}`),
  );
  for (const key of keys) {
    const event = facts.filter(({ name, thread }) => `${name} ${thread}` === key);
    const best = Math.min(...event.map(rank));
    const believed = event.filter((fact) => rank(fact) === best);
    for (const source of new Set(event.filter((fact) => rank(fact) !== best).map((fact) => fact.source))) {
      const own = event.filter((fact) => fact.source === source);
      if (!own.some((fact) => believed.every((other) => apart(fact, other)))) continue;
      own.forEach((fact, at) => {
        doubted.add(fact);
        insteadOf.set(fact.entry, believed[at]?.entry ?? fact.entry);
      });
      swaps.push({ out: event, back: own });
    }
  }
  const trustedHere = (fact: Told): boolean =>
    facts.some((other) => other.here && other.name === fact.name && other.thread === fact.thread);
  return {
    trusted: facts.filter((fact) => !doubted.has(fact)),
    others: swaps.map(({ out, back }) =>
      facts
        .filter((fact) => back.includes(fact) || !(doubted.has(fact) || out.includes(fact)))
        // Only its day is another: whoever wrote it here goes on speaking of what followed.
        .map((fact) => (back.includes(fact) && trustedHere(fact) ? { ...fact, here: true } : fact)),
    ),
    insteadOf,
  };
}

/** The trusted answers, but for those that another source would change. */
export function agreedOn(
  { trusted, others, insteadOf }: Versions,
  answersFor: (facts: readonly Told[]) => OracleAnswer[],
): OracleAnswer[] {
  const key = ({ duty, thread, startedBy }: OracleAnswer): string =>
    [duty, thread, insteadOf.get(startedBy) ?? startedBy].join(' ');
  const rivals = others.map((facts) => new Map(answersFor(facts).map((answer) => [key(answer), answer.verdict])));
  return answersFor(trusted).map((answer) =>
    rivals.every((rival) => rival.get(key(answer)) === answer.verdict)
      ? answer
      : { ...answer, verdict: 'cannot-tell', because: 'sources-disagree' },
  );
}
