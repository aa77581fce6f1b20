import type { FileKind } from '../record/entry.ts';
import type { ClockDuty, Duty, StateDuty } from '../statute/duty.ts';
import type { Statute } from '../statute/statute.ts';
import type { FactName } from './facts.ts';
import { ALSO_TOLD_BY, SPOKEN_BY, TOLD_WITHOUT_DAY } from './told-by-files.ts';
import type { Verdict } from './verdict.ts';

export type { FileKind };
export const FILE_KINDS: readonly FileKind[] = ['cin-census', 'ssda903', 'annex-a'];

/** Which verdicts about a duty one file alone can lead to, beside *cannot tell*. */
export type FileGives = { readonly how: 'full' | 'partly' | 'never'; readonly verdicts: readonly Verdict[] };

const NEVER: FileGives = { how: 'never', verdicts: [] };

/** What a file of this kind can say of a duty, with nothing else loaded and nothing recorded here. */
export function givenBy(duty: Duty, file: FileKind, duties: readonly Duty[]): FileGives {
  return duty.shape === 'clock' ? clockBy(duty, file) : stateBy(duty.check, file, duties);
}

const includes = (names: readonly FactName[], name: string): boolean => (names as readonly string[]).includes(name);
const isSpoken = (file: FileKind, name: string): boolean => includes(SPOKEN_BY[file], name);
/** Does the file tell of such facts at all, be it only of some? */
export const isTold = (file: FileKind, name: string): boolean =>
  isSpoken(file, name) || includes(ALSO_TOLD_BY[file], name);
const isDated = (file: FileKind, name: string): boolean =>
  isTold(file, name) && !includes(TOLD_WITHOUT_DAY[file], name);

/** Can the file show that such a fact starts the duty? The first of its kind only where all of the kind are listed. */
const canStart = ({ fact, ordinal, while: conditions }: ClockDuty['starts'][number], file: FileKind): boolean =>
  isTold(file, fact) &&
  (ordinal !== 'first' || isSpoken(file, fact)) &&
  conditions.every(({ opens, not }) => not === true || isTold(file, opens));

function clockBy(duty: ClockDuty, file: FileKind): FileGives {
  const told = (name: string): boolean => isTold(file, name);
  if (!duty.starts.some((start) => canStart(start, file))) return NEVER;
  const heard = duty.meets.every((name) => isSpoken(file, name));
  // Days that count from the last meeting are not known where the file does not list them; of a chain, those after one that it tells are.
  const isDue =
    heard ||
    duty.starts.some((start) => start.counts === undefined && canStart(start, file)) ||
    (duty.restarts && duty.meets.some(told));
  // "Before, or else": a miss is told only where the file lists all that may have come before.
  const misses =
    heard && duty.orBefore.every(({ fact, withinMonths }) => withinMonths !== undefined && isSpoken(file, fact));
  const metLate = misses && duty.meets.some((name) => isDated(file, name));
  const given: readonly [Verdict, boolean][] = [
    ['not-due', heard],
    ['due-soon', heard],
    ['met', (isDue && duty.meets.some(told)) || duty.orBefore.some(({ fact }) => told(fact))],
    ['met-late', metLate],
    ['overdue', misses],
    ['reasoned-late', misses && duty.reasons.some(({ fact }) => told(fact))],
    ['superseded', isDue && duty.ends.some(({ fact }) => told(fact))],
  ];
  return gives(given, metLate);
}

function stateBy(check: StateDuty['check'], file: FileKind, duties: readonly Duty[]): FileGives {
  const told = (name: string): boolean => isTold(file, name);
  const spoken = (names: readonly string[]): boolean => names.length > 0 && names.every((name) => isSpoken(file, name));
  const answers = (holds: boolean, fails: boolean): FileGives =>
    gives(
      [
        ['holds', holds],
        ['fails', fails],
      ],
      holds && fails,
    );
  switch (check.is) {
    case 'accompanied': {
      if (!told(check.for)) return NEVER;
      // Where something says outright that it fails, silence says nothing.
      const fails = check.failsOn.length > 0 ? check.failsOn.some(told) : spoken(check.by);
      return answers(check.by.some(told), fails);
    }
    case 'not-preceded':
      return told(check.for) ? answers(spoken(check.by), check.by.some(told)) : NEVER;
    case 'never-both':
      if (!told(check.first.opens)) return NEVER;
      return answers(spoken([check.second.opens, check.second.closes, check.first.closes]), told(check.second.opens));
    case 'reasoned-when-late': {
      const late = duties.find(({ id }) => id === check.duty);
      if (late?.shape !== 'clock' || !clockBy(late, file).verdicts.includes('overdue')) return NEVER;
      const reasons = late.reasons.map(({ fact }) => fact);
      return answers(reasons.some(told), spoken(reasons));
    }
    case 'held-while-open':
      // No file names a worker whom this record knows.
      return NEVER;
  }
}

function gives(given: readonly (readonly [Verdict, boolean])[], isFull: boolean): FileGives {
  const verdicts = given.filter(([, can]) => can).map(([verdict]) => verdict);
  if (verdicts.length === 0) return NEVER;
  return { how: isFull ? 'full' : 'partly', verdicts };
}

const FILE_TITLES: Record<FileKind, string> = {
  'cin-census': 'Children in need census',
  ssda903: 'SSDA903',
  'annex-a': 'Annex A',
};

const IN_WORDS: Partial<Record<Verdict, string>> = {
  'not-due': 'not due yet',
  'due-soon': 'due soon',
  'met-late': 'met late',
  'reasoned-late': 'late with a reason',
  superseded: 'no longer owed',
  holds: 'in order',
  fails: 'not in order',
};

const PREAMBLE = `# What each file can say of each duty

Generated from \`statute/duties/\` and from what each file speaks of (\`src/sight/told-by-files.ts\`) by \`node scripts/duty-by-file.mjs\` after a build; do
not edit by hand. A test judges invented facts of each file alone and finds exactly these verdicts.

**full**: met, late and overdue can all be told. **partly**: only what is named; everything else is *cannot tell*, however much of the file is loaded.
**never**: the file cannot even say that the duty began, or knows nothing that bears on it. All of it holds inside the days of the file alone.
What practitioners record here is judged in full.
`;

/** The table of every duty and file, as Markdown. */
export function dutyByFile({ duties }: Pick<Statute, 'duties'>): string {
  const rows = duties.map(
    (duty) => `| \`${duty.id}\` | ${FILE_KINDS.map((file) => cellOf(givenBy(duty, file, duties))).join(' | ')} |`,
  );
  const head = [
    `| Duty | ${FILE_KINDS.map((file) => FILE_TITLES[file]).join(' | ')} |`,
    `| --- | ${FILE_KINDS.map(() => '---').join(' | ')} |`,
  ];
  return `${[PREAMBLE, ...head, ...rows].join('\n')}\n`;
}

function cellOf({ how, verdicts }: FileGives): string {
  return how === 'partly' ? `partly: ${verdicts.map((verdict) => IN_WORDS[verdict] ?? verdict).join(', ')}` : how;
}
