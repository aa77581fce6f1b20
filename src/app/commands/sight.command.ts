import { countyFigure } from '../../modules/assurance/store/county-figure.ts';
import type { Asked } from '../../modules/child-page.ts';
import type { AnswerCounts, Figures } from '../../sight/figures.ts';
import { firstLearnt } from '../../sight/store/every-child.ts';
import { policiesOf } from '../../sight/store/read-facts.ts';
import { countOf, longDay, momentInWords, plainDay } from '../../ui/dates-in-words.ts';
import { command, done } from '../cli/command.ts';
import { manifests } from '../manifests.ts';
import { readingOf } from '../reading.ts';
import { askedOf, TIME_OPTIONS } from './asked-of-command.ts';

/** `sight`: the county's line of sight in figures. */
export const sightCommand = command({
  name: 'sight',
  takes: '',
  about:
    'The county in figures: who is open, allocated, assessed, seen and planned for, and every duty by its verdicts.',
  options: TIME_OPTIONS,
  needs: 'person',
  permission: 'sight:read',
  run: async (context, { options }) => {
    const times = await askedOf(context, options);
    if ('outcome' in times) return times.outcome;
    const { asked } = times;
    const reading = readingOf(context.statute(), manifests);
    return context.db.as(context.identity, async (tx) => {
      const first = await firstLearnt(tx);
      if (first !== null && asked.knownAt < first)
        return done(untold(asked), [notYetKnown(asked, momentInWords(first))]);
      const compiled = reading.compiledFor(await policiesOf(tx, asked.knownAt));
      const figures = await countyFigure(tx, { on: asked.on, knownAt: asked.knownAt, compiled });
      const { on, spokenUntil, knownAt } = asked;
      return done({ on, spokenUntil, ...figures, knownAt, statute: compiled.version }, inWords(figures, asked));
    });
  },
});

const UNTOLD = { yes: null, no: null, notOwed: null, cannotTell: null };

/** Before the first load every figure is *cannot tell*: none of them is nought. */
const untold = ({ on, knownAt }: Asked) => ({
  on,
  spokenUntil: null,
  open: null,
  allocated: UNTOLD,
  assessed: UNTOLD,
  seen: UNTOLD,
  planned: UNTOLD,
  duties: {},
  knownAt,
  cannotTell: 'the record learnt of its first child after this moment',
});

const notYetKnown = ({ knownAt }: Asked, first: string): string =>
  `Cannot tell: nothing had been written here by ${momentInWords(knownAt)}. The record learnt of its first child at ${first}; what the council knew before is not in it.`;

function inWords(figures: Figures, { on, spokenUntil, knownAt }: Asked): string[] {
  const duties = Object.keys(figures.duties).sort();
  const widest = Math.max(0, ...duties.map((duty) => duty.length));
  return [
    `${longDay(on)}, as known at ${momentInWords(knownAt)}.`,
    spokenUntil === null
      ? 'No file has been loaded and nothing about a child has been recorded: there is nothing to see yet.'
      : `The sources speak until ${plainDay(spokenUntil)}.`,
    '',
    `${countOf(figures.open, 'child is open', 'children are open')}. Of these:`,
    `  have a named social worker   ${answersIn(figures.allocated)}`,
    `  are assessed                 ${answersIn(figures.assessed)}`,
    `  have been seen               ${answersIn(figures.seen)}`,
    `  have a plan                  ${answersIn(figures.planned)}`,
    ...(duties.length === 0 ? [] : ['', 'Clocks and checks that have begun by that day:']),
    ...duties.map((duty) => `  ${duty.padEnd(widest)}   ${verdictsIn(figures.duties[duty] ?? {})}`),
  ];
}

const answersIn = ({ yes, no, notOwed, cannotTell }: AnswerCounts): string =>
  `${yes} yes, ${no} no, ${notOwed} not owed, ${cannotTell} cannot tell`;

const verdictsIn = (counts: Figures['duties'][string]): string =>
  Object.entries(counts)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
