import type { EpochDay, LocalDate } from '../kernel/local-date.ts';
import { toEpochDay } from '../kernel/local-date.ts';

/** No earlier bound is known: before every day. */
export const NO_EARLIEST = -0x8000_0000;
/** No later bound is known: after every day. Also the day of what never happened. */
export const NO_LATEST = 0x7fff_ffff;

export const earliestOf = (date: LocalDate | null): EpochDay => (date === null ? NO_EARLIEST : toEpochDay(date));
export const latestOf = (date: LocalDate | null): EpochDay => (date === null ? NO_LATEST : toEpochDay(date));
/** A bound as callers read it: null where there is none. */
export const boundOrNull = (day: EpochDay): EpochDay | null => (day === NO_EARLIEST || day === NO_LATEST ? null : day);
