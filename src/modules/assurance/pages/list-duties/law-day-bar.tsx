import type { VNode } from 'preact';
import { longDay } from '../../../../ui/dates-in-words.ts';
import type { LawDay } from './law-of-a-day.ts';

const BOXES = [
  ['day', 'Day', 'day'],
  ['month', 'Month', 'day'],
  ['year', 'Year', 'year'],
] as const;

/** Asks for the law of another day. Three boxes, nothing filled in that nobody typed. */
export const LawDayBar = ({ day, here }: { readonly day: LawDay; readonly here: string }): VNode => (
  <form class="sl-as-of" method="get" action={here} novalidate>
    <p>
      <strong>The law of {longDay(day.on)}</strong>
    </p>
    <fieldset class="sl-as-of__ask" aria-describedby={day.fault ? 'law-day-fault' : undefined}>
      <legend class="govuk-visually-hidden">Show the law of</legend>
      <span aria-hidden="true">Show the law of</span>
      {BOXES.map(([name, label, width], index) => {
        const id = index === 0 ? 'law-day' : `law-${name}`;
        return (
          <span key={name}>
            <label for={id}>{label}</label>{' '}
            <input
              class={`sl-box sl-box--${width}`}
              id={id}
              name={name}
              inputMode={name === 'month' ? 'text' : 'numeric'}
              autocomplete="off"
              value={day.typed[name]}
              aria-invalid={day.fault ? 'true' : undefined}
            />
          </span>
        );
      })}
      <button type="submit" class="sl-small-button">
        Show
      </button>
    </fieldset>
    {day.fault && (
      <p id="law-day-fault" class="sl-missed">
        <span class="govuk-visually-hidden">Error: </span>
        {day.fault}
      </p>
    )}
  </form>
);
