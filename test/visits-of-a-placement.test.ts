import { expect, test } from 'vitest';
import { endOfDayInLondon, instantInLondon } from '../src/kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../src/kernel/local-date.ts';
import { clocksOf, verdictOn } from '../src/sight/clocks.ts';
import { compileStatute } from '../src/sight/compile.ts';
import type { Fact, FactName } from '../src/sight/facts.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { idOf } from './worked-case.ts';

// Which rule governs changes with orders, approvals and decisions. Whatever came before, one rule says how often the child is visited.
const statute = readStatute();
const visits = statute.duties.filter(
  ({ id }) => id.startsWith('visit-') && !['visit-first-week', 'visit-rule-known'].includes(id),
);
const compiled = compileStatute({ ...statute, duties: visits }, []);
const firstWeek = compileStatute(
  { ...statute, duties: statute.duties.filter(({ id }) => id === 'visit-first-week') },
  [],
);
const known = endOfDayInLondon(mustBeDate('2099-12-31'));

const GOVERNED_BY = {
  'parent-not-assessed': 'visit-parent-preassessment',
  'temporary-or-interim-order': 'visit-reg24-or-ico-parent',
  'parent-care-order': 'visit-careorder-parent',
  'other-arrangements': 'visit-other-arrangements',
  'short-breaks': null,
  'not-known': null,
} as const;
type Rule = keyof typeof GOVERNED_BY | 'ordinary';
const RULES = ['ordinary', ...Object.keys(GOVERNED_BY)] as Rule[];

const [BEGUN, FIRST_YEAR, YEAR_OVER, SECOND_YEAR] = ['2024-06-03', '2024-10-01', '2025-06-03', '2025-09-01'].map(
  mustBeDate,
) as [LocalDate, LocalDate, LocalDate, LocalDate];
const WHEN = [null, FIRST_YEAR, SECOND_YEAR];
const ASKED = ['2024-08-05', '2024-10-01', '2025-06-02', '2025-06-03', '2025-08-31', '2025-09-01', '2026-02-02'].map(
  mustBeDate,
);

type Placement = {
  readonly rules: readonly (readonly [rule: Rule, from: LocalDate])[];
  readonly permanentFrom: LocalDate | null;
  readonly longTermFrom: LocalDate | null;
};

function ruleFor({ rules, permanentFrom, longTermFrom }: Placement, on: LocalDate): string | null {
  const rule = rules.findLast(([, from]) => from <= on)?.[0] ?? 'not-known';
  if (rule !== 'ordinary') return GOVERNED_BY[rule];
  if (on < YEAR_OVER) return 'visit-6w';
  if (longTermFrom && longTermFrom <= on) return 'visit-ltf-6m';
  return permanentFrom && permanentFrom <= on ? 'visit-year2-permanent' : 'visit-year2-not-permanent';
}

function fact(name: FactName, on: LocalDate, thread = 'placement'): Fact {
  return {
    child: idOf('child'),
    entry: idOf(`${name.slice(-10)}${on.slice(2, 7)}`),
    name,
    earliest: on,
    latest: on,
    at: null,
    thread: idOf(thread),
    episode: idOf('care'),
    party: null,
    source: 'here',
    believedFrom: instantInLondon(on, '12:00'),
    believedUntil: null,
  };
}

const factsOf = ({ rules, permanentFrom, longTermFrom }: Placement): Fact[] => [
  fact('care.entered', BEGUN, 'care'),
  fact('placement.begun', BEGUN),
  ...rules.map(([rule, from]) => fact(`visiting.${rule}`, from)),
  fact('placement.first-year-over', YEAR_OVER),
  ...(permanentFrom ? [fact('placement.permanent', permanentFrom)] : []),
  ...(longTermFrom ? [fact('placement.long-term-agreed', longTermFrom)] : []),
];

/** The duties of which a clock runs on a day: begun, not met and not ended. */
function running(facts: readonly Fact[], on: LocalDate): string[] {
  const pieces = verdictOn(clocksOf(compiled, idOf('child'), facts, known, []), on);
  return pieces.filter(({ endedOn, metBy }) => endedOn === null && metBy === null).map(({ duty }) => duty);
}

test.each(RULES.flatMap((first) => RULES.map((then) => [first, then] as const)))(
  'one rule governs the visits, first %s and then %s',
  (first, then) => {
    for (const changed of [FIRST_YEAR, SECOND_YEAR])
      for (const permanentFrom of WHEN)
        for (const longTermFrom of WHEN) {
          const rules = [[first, BEGUN] as const, ...(then === first ? [] : [[then, changed] as const])];
          const placement = { rules, permanentFrom, longTermFrom };
          const facts = factsOf(placement);
          for (const on of ASKED) {
            const one = ruleFor(placement, on);
            expect([on, placement, running(facts, on)]).toEqual([on, placement, one ? [one] : []]);
          }
        }
  },
);

test.each(['placement.ended', 'care.ended', 'closure.died', 'born.died'] as const)('none governs once %s', (end) => {
  for (const rule of RULES)
    for (const on of [FIRST_YEAR, YEAR_OVER, SECOND_YEAR]) {
      const placement = { rules: [[rule, BEGUN] as const], permanentFrom: FIRST_YEAR, longTermFrom: null };
      const thread = end === 'placement.ended' ? 'placement' : end === 'care.ended' ? 'care' : 'child';
      expect([rule, on, running([...factsOf(placement), fact(end, on, thread)], on)]).toEqual([rule, on, []]);
    }
});

test('a few days elsewhere and short breaks have no visits of an ordinary placement', () => {
  for (const begun of ['placement.temporary-begun', 'care.short-breaks-begun'] as const) {
    const thread = begun === 'placement.temporary-begun' ? 'placement' : 'care';
    const facts = [fact('placement.begun', BEGUN), fact(begun, BEGUN, thread), fact('visiting.ordinary', BEGUN)];
    expect(running(facts, FIRST_YEAR)).toEqual([]);
  }
});

test.each(RULES)(
  'a placement under the rule %s is asked for a visit in its first week, or for one by a rule of its own',
  (rule) => {
    const facts = factsOf({ rules: [[rule, BEGUN]], permanentFrom: null, longTermFrom: null });
    const pieces = verdictOn(clocksOf(firstWeek, idOf('child'), facts, known, []), BEGUN);
    expect(pieces.map(({ duty }) => duty)).toEqual(
      ['ordinary', 'not-known'].includes(rule) ? ['visit-first-week'] : [],
    );
  },
);
