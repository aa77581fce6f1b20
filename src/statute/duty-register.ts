import type { Count, Duty, DutyValue, StateDuty } from './duty.ts';
import { clockInWords } from './duty-in-words.ts';
import type { Statute } from './statute.ts';

/** Areas in the order in which work comes to a children's service; an area that is not named here comes last. */
const AREAS: readonly (readonly [string, string])[] = [
  ['front-door', 'The front door'],
  ['allocation', 'Allocation'],
  ['assessment', 'Assessment'],
  ['protection', 'Protection'],
  ['child-in-need', 'Children in need'],
  ['looked-after', 'Children in care'],
  ['health', 'Health of children in care'],
  ['education', 'Education of children in care'],
  ['missing', 'Missing children'],
  ['leaving-care', 'Leaving care'],
  ['fostering', 'Foster carers'],
  ['private-fostering', 'Private fostering'],
];

const PREAMBLE = `# Duty register

Generated from \`statute/duties/\` by \`node scripts/duty-register.mjs\` after a build; do not edit by hand.

Every line is a paraphrase, and none is legal advice: a council's solicitor signs off what is to be called a breach.
A record is judged by the value in force on the day that starts the count.

- **Force** says how much a miss weighs: an Act or regulations can be breached, statutory guidance is not followed, a standard is
  not met, a measure is only a way of counting, a local target is the council's own.
- **Confidence**: V verified in a primary text, V2 in a secondary source, K known but not verified, U unsure. What is K may be late, and
  is not called a breach until a person has signed it off. What is U ships switched off.
- **Counting**: "after" leaves out the day that starts the count, "counting the day itself" makes it day one. Months and years end on the
  corresponding date, and no calendar limit rolls forward from a weekend.
- "From the last one": the days are counted from the last time it was done on or before the starting day, which may lie before it. What
  was due by then is overdue from the starting day on.
- A council's own setting may be stricter than the law and never laxer; *free* marks what the law leaves open.
`;

/** The register of every duty as Markdown, for people who do not open the files themselves. */
export function dutyRegister(statute: Pick<Statute, 'duties' | 'areas' | 'sources'>): string {
  const named = new Set(AREAS.map(([area]) => area));
  const others = [...new Set(statute.areas.values())].filter((area) => !named.has(area)).sort();
  const areas = [...AREAS, ...others.map((area) => [area, area] as const)];
  const chapters = areas.flatMap(([area, title]) => {
    const duties = statute.duties.filter((duty) => statute.areas.get(duty.id) === area);
    return duties.length > 0 ? [`## ${title}\n`, ...duties.map(chapterOf)] : [];
  });
  const sources = [...statute.sources].map(([key, title]) => `- **${key}** ${title}`).join('\n');
  return [PREAMBLE, ...chapters, `## Sources\n`, `${sources}\n`].join('\n');
}

function chapterOf(duty: Duty): string {
  return [
    `### ${duty.title}\n`,
    `\`${duty.id}\` · owed by: ${lowerFirst(duty.owes)}${duty.of === 'carer' ? ' · of a foster carer' : ''}${duty.ships === 'off' ? ' · ships switched off' : ''}\n`,
    `${duty.asks}\n`,
    `${duty.shape === 'clock' ? clockInWords(duty, countWords) : stateWords(duty.check)}\n`,
    '| From | Limit | Force | Citation | Confidence | Source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(duty.values).map(([from, value]) => rowOf(from, value, duty)),
    '',
    ...notesOf(duty),
    ...duty.parameters.map((parameter) => `- ${parameterWords(parameter)}`),
    duty.parameters.length > 0 ? '' : null,
    `Checked on ${duty.checked.on} by ${duty.checked.by}; next on ${duty.checked.next}.\n`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function rowOf(from: string, value: DutyValue | null, duty: Duty): string {
  if (!value) return `| ${from} | ceased | | | | |`;
  const signed = value.signedOff ? `, signed off by ${value.signedOff.by} on ${value.signedOff.on}` : '';
  return `| ${from} | ${limitWords(value, duty)} | ${value.force} | ${value.citation} | ${value.confidence}${signed} | ${value.source} |`;
}

function limitWords(value: DutyValue, duty: Duty): string {
  if (duty.shape === 'state') return 'at all times';
  if (value.limit === null || value.count === null) return 'no number';
  const first = countWords(value.limit, value.count);
  return value.next === undefined ? first : `${first}, then ${countWords(value.next, value.count)}`;
}

const UNITS: Record<Count, readonly [one: string, many: string]> = {
  'working-days+': ['working day after', 'working days after'],
  'working-days=': ['working day, counting the day itself', 'working days, counting the day itself'],
  'days+': ['day after', 'days after'],
  'days=': ['day, counting the day itself', 'days, counting the day itself'],
  'weeks+': ['week after', 'weeks after'],
  'weeks=': ['week, counting the day itself', 'weeks, counting the day itself'],
  'months+': ['calendar month after', 'calendar months after'],
  'years+': ['year after', 'years after'],
  hours: ['hour by the clock', 'hours by the clock'],
};

/** A limit in words: `15 working days after`. */
export const countWords = (limit: number, count: Count): string => `${limit} ${UNITS[count][limit === 1 ? 0 : 1]}`;

function stateWords(check: StateDuty['check']): string {
  switch (check.is) {
    case 'accompanied':
      return `Checked at: \`${check.for}\`; holds with: ${check.by.map((name) => `\`${name}\``).join(' or ')} (${WHEN[check.when]}).`;
    case 'not-preceded':
      return `Checked at: \`${check.for}\`; fails after another within ${check.withinMonths} months.`;
    case 'never-both':
      return `Fails while both are open: from \`${check.first.opens}\` to \`${check.first.closes}\`, and from \`${check.second.opens}\` to \`${check.second.closes}\`.`;
    case 'reasoned-when-late':
      return `Checked for every late \`${check.duty}\`.`;
    case 'held-while-open':
      return 'Checked for every open child.';
  }
}

const WHEN = {
  before: 'on the day or before',
  'same-day': 'on the same day',
  ever: 'at any time',
  'strictly-before': 'before the day',
} as const;

function notesOf(duty: Duty): string[] {
  const notes = Object.entries(duty.values).flatMap(([from, value]) =>
    value?.note ? [`- From ${from}: ${value.note}`] : [],
  );
  const overlays = duty.overlays.map(({ from, until, citation }) => `- Relaxed from ${from} to ${until}: ${citation}`);
  return [...notes, ...overlays, ...(notes.length + overlays.length > 0 ? [''] : [])];
}

function parameterWords({ name, sets, may, count, default: standing, note }: Duty['parameters'][number]): string {
  const what = {
    limit: count ? `the limit, in ${UNITS[count][1]}` : 'the limit',
    'begins-on': 'the first day',
    'ends-on': 'the first day on which it no longer holds',
    'start-counts': 'whether the day itself counts',
    'switched-on': 'whether it is judged at all',
    'leave-days': 'days of leave',
  }[sets];
  const given = standing === undefined ? '' : `, ${standing} unless set`;
  return `The council may set \`${name}\`: ${what} (${may === 'free' ? 'free' : 'stricter only'}${given}).${note ? ` ${note}` : ''}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
