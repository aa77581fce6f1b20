import { z } from 'zod';
import { type LocalDate, localDate } from '../kernel/local-date.ts';
import { type Calendar, calendarOf } from '../kernel/working-days.ts';
import { CONFIDENCES } from './duty.ts';

const year = z.number().int().min(1900).max(2200);

/** The shape of a file under `statute/calendars/`: every day that is not worked, by name, for whole years. */
export const calendarSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.string().min(1),
    firstYear: year,
    lastYear: year,
    source: z.string().min(1),
    confidence: z.enum(CONFIDENCES),
    note: z.string().optional(),
    holidays: z.record(z.string(), z.string().min(1)),
  })
  .check(({ value, issues }) => {
    if (value.lastYear < value.firstYear)
      issues.push({ code: 'custom', message: 'ends before it begins', path: ['lastYear'], input: value.lastYear });
    let last = '';
    for (const day of Object.keys(value.holidays)) {
      const message = faultOfDay(day, last, value);
      if (message) issues.push({ code: 'custom', message, path: ['holidays', day], input: day });
      last = day;
    }
    for (let each = value.firstYear; each <= value.lastYear; each += 1)
      if (!Object.keys(value.holidays).some((day) => day.startsWith(`${each}-`)))
        issues.push({ code: 'custom', message: `has no holiday in ${each}`, path: ['holidays'], input: each });
  });

function faultOfDay(day: string, before: string, { firstYear, lastYear }: { firstYear: number; lastYear: number }) {
  const inYear = Number(day.slice(0, 4));
  if (!localDate(day)) return 'is not a real day';
  if (inYear < firstYear || inYear > lastYear) return 'lies outside the years covered';
  return day <= before ? 'is out of order' : undefined;
}

/** The kernel's calendar of a parsed file. */
export const calendarFrom = (file: z.infer<typeof calendarSchema>): Calendar =>
  calendarOf(file.id, file.firstYear, file.lastYear, new Map(Object.entries(file.holidays) as [LocalDate, string][]));
