import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayInLondon,
  endOfDayInLondon,
  instant,
  instantInLondon,
  instantOf,
  millisecondsOf,
  timeInLondon,
} from './instant.ts';
import { addDays, mustBeDate } from './local-date.ts';

const at = (text: string) => instant(text) ?? expect.fail(`not an instant: ${text}`);
const anyMoment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }).map(instantOf);

describe('reading a moment', () => {
  test('an offset is turned into UTC', () => {
    expect(instant('2026-07-01T10:00:00+01:00')).toBe('2026-07-01T09:00:00.000Z');
    expect(instant('2026-07-01T10:00Z')).toBe('2026-07-01T10:00:00.000Z');
  });

  test.each(['2026-07-01', '2026-07-01T10:00:00', '2026-02-30T10:00:00Z', '2026-07-01T25:00:00Z', 'yesterday', ''])(
    '%j is not a moment: it names no offset, or is not real',
    (text) => expect(instant(text)).toBeUndefined(),
  );

  test('it sorts as text', () => {
    fc.assert(fc.property(anyMoment, anyMoment, (a, b) => a < b === millisecondsOf(a) < millisecondsOf(b)));
  });
});

describe('the day and time in England', () => {
  test('half past eleven at night by UTC in July is already tomorrow', () => {
    expect(dayInLondon(at('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(dayInLondon(at('2026-01-01T23:30:00Z'))).toBe('2026-01-01');
    expect(timeInLondon(at('2026-07-01T23:30:00Z'))).toBe('00:30');
  });

  test('the clocks go forward on 31 March 2013', () => {
    expect(timeInLondon(at('2013-03-31T00:59:00Z'))).toBe('00:59');
    expect(timeInLondon(at('2013-03-31T01:00:00Z'))).toBe('02:00');
    expect(instantInLondon(mustBeDate('2013-03-31'), '00:30')).toBe('2013-03-31T00:30:00.000Z');
    expect(instantInLondon(mustBeDate('2013-03-31'), '03:30')).toBe('2013-03-31T02:30:00.000Z');
    // 01:30 was never shown: an hour later is.
    expect(timeInLondon(instantInLondon(mustBeDate('2013-03-31'), '01:30'))).toBe('02:30');
  });

  test('the clocks go back on 27 October 2013: of two half past ones the first', () => {
    expect(instantInLondon(mustBeDate('2013-10-27'), '01:30')).toBe('2013-10-27T00:30:00.000Z');
    expect(instantInLondon(mustBeDate('2013-10-27'), '02:30')).toBe('2013-10-27T02:30:00.000Z');
  });

  test('it is what the calendar of the machine says, on the days when clocks change too', () => {
    const [zone, pad] = ['Europe/London', '2-digit'] as const;
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: pad, minute: pad });
    const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: pad, day: pad });
    const changes = ['1968-10-27', '1971-10-31', '2013-03-31', '2025-10-26', '2026-03-29'].map((day) =>
      Date.parse(day),
    );
    const nearChange = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -90_000_000, max: 90_000_000 }))
      .map(([change, away]) => instantOf(change + away));
    fc.assert(
      fc.property(fc.oneof(anyMoment, nearChange), (moment) => {
        const shown = [days.format(millisecondsOf(moment)), clock.format(millisecondsOf(moment))];
        expect([dayInLondon(moment), timeInLondon(moment)]).toEqual(shown);
      }),
      { numRuns: 500 },
    );
  });

  test('the last millisecond of a day is still that day, and the next is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14_000 }), (days) => {
        const date = addDays(mustBeDate('2000-01-01'), days);
        const last = endOfDayInLondon(date);
        return dayInLondon(last) === date && dayInLondon(instantOf(millisecondsOf(last) + 1)) === addDays(date, 1);
      }),
    );
  });

  test('what clocks show leads back to the moment, but for the hour that autumn repeats', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const minute = Math.floor(millisecondsOf(moment) / 60_000) * 60_000;
        const back = millisecondsOf(instantInLondon(dayInLondon(moment), timeInLondon(moment)));
        return back === minute || back === minute - 3_600_000;
      }),
    );
  });
});
