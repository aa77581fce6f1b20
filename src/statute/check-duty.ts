import { localDate } from '../kernel/local-date.ts';
import type { ClockDuty, Duty, DutyValue } from './duty.ts';

/** Every fact name that a duty's file names, each once. */
export function factNamesOf(duty: Duty): readonly string[] {
  if (duty.shape === 'clock') {
    const { starts, meets, ends, excuses, reasons, orBefore, dueNoLaterThan, switches } = duty;
    const opening = starts.flatMap((start) => start.while.flatMap(({ opens, closes }) => [opens, closes]));
    const scoped = [...ends, ...excuses, ...reasons, ...orBefore, ...dueNoLaterThan].map((each) => each.fact);
    const switching = switches.flatMap((each) => ('at' in each ? [each.at] : []));
    return [...new Set([...starts.map((start) => start.fact), ...opening, ...meets, ...scoped, ...switching])];
  }
  const { check } = duty;
  switch (check.is) {
    case 'accompanied':
      return [...new Set([check.for, ...check.by, ...check.failsOn])];
    case 'not-preceded':
      return [...new Set([check.for, ...check.by])];
    case 'never-both':
      return [check.first.opens, check.first.closes, check.second.opens, check.second.closes];
    case 'reasoned-when-late':
    case 'held-while-open':
      return [];
  }
}

/** One sentence for every fact name that a duty uses and `known` does not have. Start-up fails on any. */
export function unknownFacts(duties: readonly Duty[], known: readonly string[]): readonly string[] {
  const vocabulary = new Set(known);
  return duties.flatMap((duty) =>
    factNamesOf(duty)
      .filter((name) => !vocabulary.has(name))
      .map((name) => `duty ${duty.id} names the fact ${name}, which nothing yields`),
  );
}

const lines = (duty: Duty): [string, DutyValue | null][] => Object.entries(duty.values);

function faultsOfValues(duty: Duty): string[] {
  const faults: string[] = [];
  let before: [string, DutyValue | null] | undefined;
  for (const [day, value] of lines(duty)) {
    if (!localDate(day)) faults.push(`values: ${day} is not a real day`);
    if (before && day <= before[0]) faults.push(`values: ${day} is out of order, after ${before[0]}`);
    if (value === null && (!before || before[1] === null)) faults.push(`values: nothing ceases on ${day}`);
    if (value) faults.push(...faultsOfValue(duty, day, value));
    before = [day, value];
  }
  if (!before) faults.push('values: there is none');
  return faults;
}

function faultsOfValue(duty: Duty, day: string, value: DutyValue): string[] {
  const faults: string[] = [];
  if ((value.limit === null) !== (value.count === null)) faults.push(`values ${day}: limit and count belong together`);
  if (duty.shape === 'state' && value.limit !== null) faults.push(`values ${day}: a state check has no limit`);
  if (value.next !== undefined && (duty.shape !== 'clock' || !duty.restarts || value.limit === null))
    faults.push(`values ${day}: next belongs to a chain that has a limit`);
  if (value.confidence === 'U' && duty.ships === 'on') faults.push(`values ${day}: an unsure value ships switched off`);
  if (value.signedOff && value.signedOff.on < '2010') faults.push(`values ${day}: signed off before there was a file`);
  return faults;
}

function faultsOfParameters(duty: Duty): string[] {
  const faults: string[] = [];
  const numbers = duty.parameters.filter((parameter) => parameter.sets === 'limit');
  const unnumbered = lines(duty).some(([, value]) => value !== null && value.limit === null);
  if (duty.shape === 'clock' && unnumbered && !numbers.some(({ count, may }) => count && may === 'free'))
    faults.push('parameters: a value without a limit needs a free parameter that sets one, with its count');
  for (const parameter of numbers)
    if (parameter.count && !unnumbered && duty.shape === 'clock')
      faults.push(`parameters ${parameter.name}: counted as the law counts, so it has no count of its own`);
  if (duty.ships === 'off' && !duty.parameters.some(({ sets }) => sets === 'limit' || sets === 'switched-on'))
    faults.push('parameters: ships switched off, and nothing switches it on');
  const names = duty.parameters.map(({ name }) => name);
  if (new Set(names).size < names.length) faults.push('parameters: one name stands twice');
  return faults;
}

function faultsOfClock(duty: ClockDuty): string[] {
  const faults: string[] = [];
  const kinds = duty.starts.map(({ fact }) => fact);
  if (new Set(kinds).size < kinds.length) faults.push('starts: one fact stands twice');
  const inHours = lines(duty).some(([, value]) => value?.count === 'hours');
  if (inHours && duty.starts.some(({ counts }) => counts))
    faults.push('starts: hours are counted from the start alone');
  if (inHours && duty.dueNoLaterThan.length > 0) faults.push('dueNoLaterThan: has no meaning for a limit in hours');
  if (duty.restarts && duty.orBefore.length > 0)
    faults.push('orBefore: has no meaning where each meeting starts the next');
  if (duty.switches.length > 0 && duty.dueNoLaterThan.length > 0)
    faults.push('dueNoLaterThan: cannot stand beside switches');
  return faults;
}

/** What is wrong with a duty that its shape alone does not show; one phrase each, empty when it is sound. */
export function faultsOfDuty(duty: Duty): readonly string[] {
  const faults = [
    ...faultsOfValues(duty),
    ...faultsOfParameters(duty),
    ...(duty.shape === 'clock' ? faultsOfClock(duty) : []),
  ];
  for (const overlay of duty.overlays)
    if (overlay.until < overlay.from) faults.push(`overlays ${overlay.from}: ends before it begins`);
  if (duty.checked.next <= duty.checked.on) faults.push('checked: the next check does not lie after the last');
  return faults;
}
