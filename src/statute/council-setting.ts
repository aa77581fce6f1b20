import { type LocalDate, localDate } from '../kernel/local-date.ts';
import type { Count, Duty, DutyValue, Parameter } from './duty.ts';

/** What a council has set for itself, from a day on, until a later one for the same parameter. */
export type CouncilSetting = {
  readonly parameter: string;
  readonly value: number | boolean | string;
  readonly from: LocalDate;
};

/** The setting of a parameter on a day: the latest from on or before it; of two from one day, the later in the list. */
export function settingOn(
  settings: readonly CouncilSetting[],
  parameter: string,
  on: LocalDate,
): CouncilSetting | undefined {
  let found: CouncilSetting | undefined;
  for (const setting of settings)
    if (setting.parameter === parameter && setting.from <= on && (!found || setting.from >= found.from))
      found = setting;
  return found;
}

/**
 * Why a council may not set this, in one sentence; null when it may. `national` is the duty's own value on the day
 * from which the setting is to hold, null where it has none. A stricter limit is a smaller number in the same count.
 */
export function whyNotAllowed(
  parameter: Parameter,
  value: CouncilSetting['value'],
  national: DutyValue | null,
): string | null {
  switch (parameter.sets) {
    case 'limit':
      return whyNoLimit(parameter, value, national);
    case 'leave-days':
      return isWholeNumber(value) ? null : `${parameter.name} is a whole number of days, 1 or more.`;
    case 'begins-on':
    case 'ends-on':
      return typeof value === 'string' && localDate(value)
        ? null
        : `${parameter.name} is a day, written like 2013-09-01.`;
    case 'switched-on':
      return typeof value === 'boolean' ? null : `${parameter.name} is yes or no.`;
    case 'start-counts':
      if (typeof value !== 'boolean') return `${parameter.name} is yes or no.`;
      return parameter.may === 'stricter' && !value
        ? `${parameter.name} may make the day of the trigger day one, and not the other way about.`
        : null;
  }
}

function whyNoLimit(parameter: Parameter, value: CouncilSetting['value'], national: DutyValue | null): string | null {
  if (!isWholeNumber(value)) return `${parameter.name} is a whole number, 1 or more.`;
  if (parameter.may === 'free' || !national || national.limit === null || value <= national.limit) return null;
  const unit = national.count ? ` ${unitOf(national.count)}` : '';
  return `${parameter.name} may be stricter than the law’s ${national.limit}${unit}, never laxer: ${value} is not allowed.`;
}

const isWholeNumber = (value: CouncilSetting['value']): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000;

/** The unit of a count in words: `working days`. Units are plural whatever the number; a page minds the singular. */
export const unitOf = (count: Count): string => count.replace(/[+=]$/, '').replace('-', ' ');

/** A duty and one of its parameters, for the name of a policy. One name may belong to several duties. */
export function parametersNamed(duties: readonly Duty[], name: string): { duty: Duty; parameter: Parameter }[] {
  return duties.flatMap((duty) =>
    duty.parameters.filter((parameter) => parameter.name === name).map((parameter) => ({ duty, parameter })),
  );
}
