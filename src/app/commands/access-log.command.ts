import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { auditEventOf } from '../../modules/access/core/access-log/audit-event.ts';
import { stretchOfDays } from '../../modules/access/core/access-log/log-time.ts';
import { namesOnLines } from '../../modules/access/pages/access-log/log-names.ts';
import { countLog, linesOfTime } from '../../modules/access/store/access-log/read-log.ts';
import { countOf, plainDay } from '../../ui/dates-in-words.ts';
import { command, done, type Outcome, type PersonContext, wrongUse } from '../cli/command.ts';
import { logSource } from '../web/opening-pages.ts';

type Days = { readonly from: LocalDate; readonly until: LocalDate };

/** `access-log`: who opened what, in numbers, or every line as a FHIR audit event. */
export const accessLogCommand = command({
  name: 'access-log',
  takes: '',
  about: 'Who opened what in these days, in numbers; or every line as a FHIR AuditEvent, one a line, without a name.',
  options: {
    from: { kind: 'text', about: 'the first day, as in 2026-03-01' },
    until: { kind: 'text', about: 'the last day' },
    fhir: { kind: 'flag', about: 'write each line as a FHIR R4 AuditEvent' },
  },
  needs: 'person',
  permission: 'log:review',
  run: async (context, { options }) => {
    const [from, until] = [localDate(options.from ?? ''), localDate(options.until ?? '')];
    if (!from || !until) return wrongUse('Say which days: --from 2026-03-01 --until 2026-03-31.');
    if (until < from) return wrongUse('The last day must not be before the first.');
    return options.fhir ? events(context, { from, until }) : numbers(context, { from, until });
  },
});

async function numbers({ db, identity }: PersonContext, { from, until }: Days): Promise<Outcome> {
  const { counts, nameOf } = await db.as(identity, async (tx) => {
    const read = await countLog(tx, stretchOfDays(from, until), null);
    return { counts: read, nameOf: await namesOnLines(tx, read) };
  });
  const people = counts.map((count) => ({ ...count, name: nameOf(count.person) }));
  return done({ from, until, people }, [
    `From ${plainDay(from)} to ${plainDay(until)}: ${countOf(people.length, 'person left', 'people left')} a line.`,
    ...people.map(
      ({ name, lines, children, withReason, takenAway, turnedAway }) =>
        `  ${name}: ${countOf(children, 'child', 'children')}, ${countOf(lines, 'line')}, ${withReason} with a reason, ${takenAway} taken away, ${turnedAway} turned away.`,
    ),
  ]);
}

/** Writes while it reads, so that a year needs no more memory than a day; ends early when nobody reads. */
async function events({ db, identity, out, print, signal }: PersonContext, { from, until }: Days): Promise<Outcome> {
  const source = await db.as(identity, logSource);
  let lines = 0;
  for await (const piece of linesOfTime(db, identity, stretchOfDays(from, until), null)) {
    const isRead = await out(piece.map((line) => `${JSON.stringify(auditEventOf(line, source))}\n`).join(''));
    lines += piece.length;
    if (!isRead || signal.aborted) break;
  }
  print(`${countOf(lines, 'line')} of the access log.`);
  return done({ lines }, []);
}
