import type { VNode } from 'preact';
import { dayInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { clockTime, longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import { AsOfForm } from '../../../as-of-form.tsx';
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

/** Says as of when a child's page is told, and asks for another day. */
export const AsOfBar = ({ fileStops, ...props }: BarProps): VNode => (
  <AsOfForm
    {...props}
    legend={['Show as it was known on', 'Show as it was known on']}
    told={
      <>
        {toldInWords(props.asked)}
        {fileStops !== null && fileStops < props.asked.on && (
          <> Nobody has written about this child here, and the census stops at {plainDay(fileStops)}.</>
        )}
      </>
    }
  />
);

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
