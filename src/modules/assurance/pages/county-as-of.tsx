import type { VNode } from 'preact';
import { dayInLondon } from '../../../kernel/instant.ts';
import { clockTime, longDay, plainDay } from '../../../ui/dates-in-words.ts';
import type { TypedDay } from '../../asked.ts';
import type { Asked } from '../../child-page.ts';

type AsOfProps = {
  readonly asked: Asked;
  readonly typed: TypedDay;
  readonly fault: string | null;
  /** The page itself, without a query. */
  readonly here: string;
};

const BOXES = [
  ['day', 'Day', 'day'],
  ['month', 'Month', 'day'],
  ['year', 'Year', 'year'],
] as const;

/** Says as of when the county is told, and asks for another day: as it was known then, or with hindsight. */
export function CountyAsOf({ asked, typed, fault, here }: AsOfProps): VNode {
  return (
    <form class="sl-as-of" method="get" action={here} novalidate>
      <p>{toldInWords(asked)}</p>
      <fieldset class="sl-as-of__ask" aria-describedby={fault ? 'as-of-fault' : undefined}>
        <legend class="govuk-visually-hidden">Show the county on</legend>
        <span aria-hidden="true">Show it on</span>
        {BOXES.map(([name, label, width]) => (
          <span key={name}>
            <label for={`as-of-${name}`}>{label}</label>{' '}
            <input
              class={`sl-box sl-box--${width}`}
              id={`as-of-${name}`}
              name={name}
              inputMode="numeric"
              autocomplete="off"
              value={typed[name]}
              aria-invalid={fault ? 'true' : undefined}
            />
          </span>
        ))}
        <span>
          <label for="as-of-known">known</label>{' '}
          <select class="sl-box" id="as-of-known" name="known">
            <option value="then" selected={asked.how !== 'hindsight'}>
              on that day
            </option>
            <option value="now" selected={asked.how === 'hindsight'}>
              now
            </option>
          </select>
        </span>
        <button type="submit" class="sl-small-button">
          Show
        </button>
      </fieldset>
      {fault && (
        <p id="as-of-fault" class="sl-missed">
          <span class="govuk-visually-hidden">Error: </span>
          {fault}
        </p>
      )}
      {asked.how !== 'now' && (
        <p>
          <a href={here}>Show it as it is known now</a>
        </p>
      )}
    </form>
  );
}

function toldInWords({ how, on, knownAt, spokenUntil, today }: Asked): VNode {
  if (how === 'then')
    return (
      <>
        <strong>As it was known on {longDay(on)}.</strong> What was learnt later is not counted.
      </>
    );
  if (how === 'hindsight')
    return (
      <>
        <strong>What had happened by {longDay(on)}</strong>, as it is known now. Some of it was not known on that day.
      </>
    );
  if (spokenUntil !== null && spokenUntil < today)
    return (
      <>
        <strong>As far as the files of {plainDay(spokenUntil)} can tell.</strong> Today is {longDay(today)}; nothing
        later has been loaded or recorded.
      </>
    );
  return (
    <>
      <strong>As far as the record can tell</strong>, {longDay(dayInLondon(knownAt))}, {clockTime(knownAt)}
    </>
  );
}
