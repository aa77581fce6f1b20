import type { VNode } from 'preact';
import { dayInLondon } from '../../../kernel/instant.ts';
import { clockTime, longDay, plainDay } from '../../../ui/dates-in-words.ts';
import { AsOfForm } from '../../as-of-form.tsx';
import type { TypedDay } from '../../asked.ts';
import type { Asked } from '../../child-page.ts';

type AsOfProps = {
  readonly asked: Asked;
  readonly typed: TypedDay;
  readonly fault: string | null;
  /** The page itself, without a query. */
  readonly here: string;
};

/** Says as of when the county is told, and asks for another day: as it was known then, or with hindsight. */
export const CountyAsOf = (props: AsOfProps): VNode => (
  <AsOfForm {...props} told={toldInWords(props.asked)} legend={['Show the county on', 'Show it on']}>
    <span>
      <label for="as-of-known">known</label>{' '}
      <select class="sl-box" id="as-of-known" name="known">
        <option value="then" selected={props.asked.how !== 'hindsight'}>
          on that day
        </option>
        <option value="now" selected={props.asked.how === 'hindsight'}>
          now
        </option>
      </select>
    </span>
  </AsOfForm>
);

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
