import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { type DutyOnADay, dutyOnADay } from '../../modules/assurance/core/duty-on-a-day.ts';
import { limitInWords } from '../../modules/verdict-in-words.ts';
import { realClock } from '../../platform/clock/house-clock.ts';
import { longDay } from '../../ui/dates-in-words.ts';
import { forceInWords } from '../../ui/status-word.tsx';
import { command, done, wrongUse } from '../cli/command.ts';

/** `duties`: the register with the law of a day. It asks no database: what a council has set is on its own pages. */
export const dutiesCommand = command({
  name: 'duties',
  takes: '',
  about:
    'Every duty of the register with the law of a day: in force or not, its limit, its force and where it is written.',
  options: { on: { kind: 'text', about: 'the law of that day, as in 2013-01-14; else of today' } },
  needs: 'nothing',
  run: async ({ statute, config }, { options }) => {
    const on = options.on === undefined ? (config.today ?? realClock().today()) : localDate(options.on);
    if (on === undefined) return wrongUse(`--on must be a day, as in 2013-01-14, not “${options.on}”.`);
    const rows = statute().duties.map((duty) => dutyOnADay(duty, [], on));
    return done(rows.map(dutyJson), inWords(rows, on));
  },
});

const dutyJson = ({
  duty,
  title,
  inForce,
  whyNot,
  limit,
  force,
  citation,
  confidence,
  relaxed,
  owes,
  maySet,
}: DutyOnADay) => ({
  duty,
  inForce,
  limit,
  force,
  citation,
  confidence,
  title,
  owes,
  whyNot,
  relaxed,
  maySet: maySet.map(({ name }) => name),
});

function inWords(rows: readonly DutyOnADay[], on: LocalDate): string[] {
  const widest = Math.max(...rows.map(({ duty }) => duty.length));
  return [
    `The law of ${longDay(on)}: ${rows.filter(({ inForce }) => inForce).length} of ${rows.length} duties in force.`,
    ...rows.map(
      (row) => `  ${row.duty.padEnd(widest)}  ${stateOf(row).padEnd(18)}  ${forceInWords(row.force)}: ${row.citation}`,
    ),
  ];
}

function stateOf({ whyNot, limit }: DutyOnADay): string {
  if (whyNot !== null) return whyNot.replaceAll('-', ' ');
  return limit === null ? 'must be so' : limitInWords(limit.value, limit.unit);
}
