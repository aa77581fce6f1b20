import type { VNode } from 'preact';
import { dayInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { clockTime, longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import type { TypedDay } from '../../../asked.ts';
import type { Asked } from '../../../child-page.ts';

type BarProps = {
  readonly asked: Asked;
  /** The last day of which this child’s only source, a file, speaks; null when somebody has written here. */
  readonly fileStops: LocalDate | null;
  readonly typed: TypedDay;
  /** What is wrong with the day that was typed. */
  readonly fault: string | null;
  /** The page itself, without a query. */
  readonly here: string;
};

/** Says as of when the page is told, and asks for another day. A plain form with `get`: the answer has an address. */
export function AsOfBar({ asked, fileStops, typed, fault, here }: BarProps): VNode {
  return (
    <form class="sl-as-of" method="get" action={here} novalidate>
      <p>
        {toldInWords(asked)}
        {fileStops !== null && fileStops < asked.on && (
          <> Nobody has written about this child here, and the census stops at {plainDay(fileStops)}.</>
        )}
      </p>
      <fieldset class="sl-as-of__ask" aria-describedby={fault ? 'as-of-fault' : undefined}>
        <legend class="govuk-visually-hidden">Show as it was known on</legend>
        <span aria-hidden="true">Show as it was known on</span>
        <Box name="day" label="Day" value={typed.day} width={3.2} wrong={fault !== null} />
        <Box name="month" label="Month" value={typed.month} width={3.2} wrong={fault !== null} />
        <Box name="year" label="Year" value={typed.year} width={4.6} wrong={fault !== null} />
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

function Box({
  name,
  label,
  value,
  width,
  wrong,
}: {
  name: string;
  label: string;
  value: string;
  width: number;
  wrong: boolean;
}) {
  return (
    <span>
      <label for={`as-of-${name}`}>{label}</label>{' '}
      <input
        class={`sl-box sl-box--${width < 4 ? 'day' : 'year'}`}
        id={`as-of-${name}`}
        name={name}
        inputMode="numeric"
        autocomplete="off"
        value={value}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </span>
  );
}

function toldInWords({ how, on, knownAt, spokenUntil, today }: Asked): VNode {
  if (how === 'then') {
    return (
      <>
        <strong>As it was known on {longDay(on)}.</strong> What was learnt later is not shown.
      </>
    );
  }
  if (how === 'hindsight') {
    return (
      <>
        <strong>What had happened by {longDay(on)}</strong>, as it is known now. Some of it was not known on that day.
      </>
    );
  }
  if (spokenUntil !== null && spokenUntil < today) {
    return (
      <>
        <strong>As far as the census of {plainDay(spokenUntil)} can tell.</strong> Today is {longDay(today)}; nothing
        later has been loaded or recorded.
      </>
    );
  }
  return (
    <>
      <strong>As it is known now</strong>, {longDay(dayInLondon(knownAt))}, {clockTime(knownAt)}
    </>
  );
}
