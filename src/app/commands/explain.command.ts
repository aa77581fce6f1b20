import { councilIdsOf, headingOf } from '../../modules/child-face.ts';
import { type Answered, isLacking, type ReadChild } from '../../modules/child-page.ts';
import { headlineOf, limitInWords, whyCannotTell } from '../../modules/verdict-in-words.ts';
import { longDay, momentInWords, plainDay } from '../../ui/dates-in-words.ts';
import { forceInWords } from '../../ui/status-word.tsx';
import { command, done, refusedWith, wrongUse } from '../cli/command.ts';
import { askedOf, TIME_OPTIONS } from './asked-of-command.ts';
import { readNamedChild } from './find-child.ts';

/** `explain CHILD [DUTY]`: every verdict about a child, with the rule and the days behind it. */
export const explainCommand = command({
  name: 'explain',
  takes: 'CHILD [DUTY]',
  about:
    'Why each duty about a child is met, late or not known: the rule, the days, the holidays skipped, what is missing.',
  options: TIME_OPTIONS,
  needs: 'person',
  permission: 'child:read',
  run: async (context, { words, options }) => {
    const [said, duty] = words;
    if (said === undefined) return wrongUse('Say which child.');
    if (duty !== undefined && !context.statute().duties.some(({ id }) => id === duty)) {
      return refusedWith(`The register has no duty “${duty}”. “sightline duties” lists them.`);
    }
    const times = await askedOf(context, options);
    if ('outcome' in times) return times.outcome;
    const read = await readNamedChild(context, said, times.asked);
    if ('outcome' in read) return read.outcome;
    const { child, relation } = read;
    const answers = child.answers.filter(({ explanation }) => duty === undefined || explanation.duty === duty);
    return done(
      answers.map(explanationJson),
      [...headOf(child), ...answers.flatMap((each) => inWords(each, child))],
      [child.face.child],
      relation,
    );
  },
});

/** An explanation as the command line gives it. */
export function explanationJson({ explanation }: Answered) {
  const { skipped, ...rest } = explanation;
  return { ...rest, skipped: skipped.map(({ on }) => on), holidays: skipped };
}

/** The first lines about a child: who, and as of when. */
export const headOf = ({ face, asked, answers }: ReadChild): string[] => [
  [headingOf(face, asked.on), face.name === null ? '' : councilIdsOf(face), face.child].filter(Boolean).join(' · '),
  `${longDay(asked.on)}, as known at ${momentInWords(asked.knownAt)}.`,
  ...(answers.length === 0 ? ['No duty has begun by that day, as far as the record can tell.'] : []),
];

function inWords({ explanation, check }: Answered, { asked, windows }: ReadChild): string[] {
  const { verdict, late, limit, dueOn, endedOn, startedOn, startedBetween, metOn, because, missing } = explanation;
  const facts = {
    verdict,
    late,
    unit: limit?.unit ?? null,
    dueOn,
    ended: endedOn !== null,
    lacks: isLacking(check),
    on: asked.on,
  };
  const lines = [
    startedOn === null ? 'The day it began is not known exactly.' : `Began ${longDay(startedOn)}.`,
    limit && `Limit: ${limitInWords(limit.value, limit.unit)} (${limit.unit}).`,
    explanation.countedFrom && `Counted from the last one, on ${longDay(explanation.countedFrom)}.`,
    explanation.broughtForwardBy && `Brought forward by ${explanation.broughtForwardBy}.`,
    explanation.skipped.length > 0 &&
      `Not counted: ${explanation.skipped.map(({ on, name }) => `${name}, ${plainDay(on)}`).join('; ')}.`,
    dueOn && `Due by ${longDay(dueOn)}.`,
    metOn && `Done on ${longDay(metOn)}.`,
    endedOn && `Ended on ${longDay(endedOn)}.`,
    because && whyCannotTell(because, { startedBetween, windows, on: asked.on }),
    ...(because === null ? missing : missing.slice(1)),
    `${forceInWords(explanation.force)}: ${explanation.citation}.`,
  ];
  const miss = explanation.wordsForMiss === null ? '' : ` (${explanation.wordsForMiss})`;
  return [
    '',
    `${explanation.title} [${explanation.duty}]: ${headlineOf(facts)}${miss}`,
    ...lines.filter((line) => typeof line === 'string').map((line) => `  ${line}`),
  ];
}
