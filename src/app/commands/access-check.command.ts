import { localDate } from '../../kernel/local-date.ts';
import { faultOfDays, stretchOfDays } from '../../modules/access/core/access-log/log-time.ts';
import { checkReading, periodUntil } from '../../modules/access/jobs/check-reading.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, wrongUse } from '../cli/command.ts';

/** `access-check`: reads the access log for records that were opened as if without need, as the house does each night. */
export const accessCheckCommand = command({
  name: 'access-check',
  takes: '',
  about: 'Looks through the access log for records that were opened as if without need; the last 31 days unless told.',
  options: {
    from: { kind: 'text', about: 'the first day, as in 2026-03-01' },
    until: { kind: 'text', about: 'the last day' },
  },
  needs: 'person',
  permission: 'log:review',
  run: async ({ db, clock, signal }, { options: { from, until } }) => {
    const told = from !== undefined || until !== undefined;
    const [first, last] = [localDate(from ?? ''), localDate(until ?? '')];
    if (told && !(first && last)) return wrongUse('Say which days: --from 2026-03-01 --until 2026-03-31.');
    const fault = first && last ? faultOfDays(first, last) : undefined;
    if (fault !== undefined) return wrongUse(`${fault}.`);
    const period = first && last ? stretchOfDays(first, last) : periodUntil(clock.now());
    const { readers, lines, alerts, added } = await checkReading(db, period, signal);
    return done({ ...period, readers, lines, alerts, new: added }, [
      `${countOf(lines, 'opening')} by ${countOf(readers, 'person', 'people')}: ${countOf(alerts, 'alert')}, ${added} new.`,
      'What waits is reviewed under “Access reviews”.',
    ]);
  },
});
