import type { VNode } from 'preact';
import { countOf, dayAndMonth, plainDay, WEEKDAYS } from './dates-in-words.ts';
import { type CountedDay, type CountedWeek, type Counting, countedWeeks } from './days-counted.ts';

/** The calendar of one clock: day 0, the days counted with their numbers, those not counted and why, the due day, the late ones. */
export function DaysCounted({ counting }: { readonly counting: Counting }): VNode {
  const weeks = countedWeeks(counting);
  return (
    <table class="sl-days">
      <caption class="govuk-visually-hidden">
        {`Days from ${plainDay(counting.startedOn)}, due by ${plainDay(counting.dueOn)}`}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th scope="col">
              <span aria-hidden="true">{weekday.slice(0, 3)}</span>
              <span class="govuk-visually-hidden">{weekday}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <Week week={week} counting={counting} />
        ))}
      </tbody>
    </table>
  );
}

function Week({ week, counting }: { week: CountedWeek; counting: Counting }) {
  if ('leftOut' in week) {
    return (
      <tr>
        <td colSpan={7} class="sl-days__left-out">
          {countOf(week.leftOut, 'week')} not shown, {plainDay(week.from)} to {plainDay(week.until)}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {week.days.map((day) => (
        <Cell day={day} counting={counting} />
      ))}
    </tr>
  );
}

function Cell({ day, counting }: { day: CountedDay; counting: Counting }) {
  if (day.is === 'outside') return <td class="sl-day sl-day--outside" />;
  return (
    <td class={`sl-day sl-day--${day.is}`}>
      <span class="sl-day__date">{dayAndMonth(day.on)}</span>
      <DayNumber day={day} counting={counting} />
      {day.holiday && <span class="sl-day__name">{day.holiday}</span>}
      {(day.is === 'off' || (day.is === 'due' && day.holiday)) && <span class="sl-day__words">not counted</span>}
      {day.is === 'due' && (
        <span>
          due <span class="sl-day__words">by the end of this day</span>
        </span>
      )}
      {day.words.map((words) => (
        <span class={day.is === 'start' ? 'sl-day__words' : 'sl-day__name'}>{words}</span>
      ))}
    </td>
  );
}

function DayNumber({ day, counting }: { day: CountedDay; counting: Counting }) {
  if (day.number === null) return null;
  if (day.is === 'start')
    return <b class="sl-day__zero">{counting.startCounts && day.number > 0 ? 'day 1' : 'day 0'}</b>;
  if (day.is === 'late') {
    return (
      <span class="sl-day__late">
        <b>{day.number.toLocaleString('en-GB')}</b> late
      </span>
    );
  }
  return <b>{day.number}</b>;
}
