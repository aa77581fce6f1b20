import type { ComponentChildren, VNode } from 'preact';
import type { TypedDay } from './asked.ts';
import type { Asked } from './child-page.ts';

type AsOfProps = {
  readonly asked: Asked;
  readonly typed: TypedDay;
  /** What is wrong with the day that was typed. */
  readonly fault: string | null;
  /** The page itself, without a query. */
  readonly here: string;
  /** As of when the page is told, in words. */
  readonly told: ComponentChildren;
  /** What stands before the boxes, to be heard and to be seen. */
  readonly legend: readonly [heard: string, seen: string];
  /** What else is asked. */
  readonly children?: ComponentChildren;
};

const BOXES = [
  ['day', 'Day', 'day'],
  ['month', 'Month', 'day'],
  ['year', 'Year', 'year'],
] as const;

/** Says as of when a page is told, and asks for another day. A plain form with `get`: the answer has an address. */
export const AsOfForm = ({ asked, typed, fault, here, told, legend: [heard, seen], children }: AsOfProps): VNode => (
  <form class="sl-as-of" method="get" action={here} novalidate>
    <p>{told}</p>
    <fieldset class="sl-as-of__ask" aria-describedby={fault ? 'as-of-fault' : undefined}>
      <legend class="govuk-visually-hidden">{heard}</legend>
      <span aria-hidden="true">{seen}</span>
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
      {children}
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
