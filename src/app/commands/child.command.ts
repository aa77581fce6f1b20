import { birthInWords } from '../../modules/child-face.ts';
import type { ReadChild } from '../../modules/child-page.ts';
import { chronologyOf } from '../../modules/people/pages/show-child/chronology.ts';
import { type DueRow, dueRowsOf } from '../../modules/people/pages/show-child/due-rows.ts';
import { sourcesOf } from '../../modules/people/pages/show-child/sources.ts';
import { countOf } from '../../ui/dates-in-words.ts';
import { command, done, wrongUse } from '../cli/command.ts';
import { askedOf, TIME_OPTIONS } from './asked-of-command.ts';
import { explanationJson, headOf } from './explain.command.ts';
import { readNamedChild } from './find-child.ts';

/** `child CHILD`: a child's page in the terminal. */
export const childCommand = command({
  name: 'child',
  takes: 'CHILD',
  about:
    'A child’s page: who holds them, what is late and due, and everything that was written, by council id or Sightline’s own.',
  options: TIME_OPTIONS,
  needs: 'person',
  permission: 'child:read',
  run: async (context, { words, options }) => {
    const [said] = words;
    if (said === undefined) return wrongUse('Say which child.');
    const times = await askedOf(context, options);
    if ('outcome' in times) return times.outcome;
    const read = await readNamedChild(context, said, times.asked);
    if ('outcome' in read) return read.outcome;
    return done(childJson(read.child), inWords(read.child), [read.child.face.child], read.relation);
  },
});

function childJson(child: ReadChild) {
  const { face, asked, coverage, held, answers, entries, windows, setAside, firstKnownAt, picture } = child;
  return {
    ...face,
    on: asked.on,
    knownAt: asked.knownAt,
    spokenUntil: asked.spokenUntil,
    firstKnownAt,
    ...coverage,
    held,
    answers: answers.map(explanationJson),
    chronology: entries.map(({ entry, tells, writtenBy, words }) => ({
      entry: entry.id,
      type: entry.type,
      about: entry.about,
      happened: entry.happened,
      recordedAt: entry.recordedAt,
      writtenBy,
      tells,
      words,
      corrects: entry.corrects,
      correctedBy: entry.correctedBy,
      source: entry.source,
    })),
    sightline: picture?.lanes ?? [],
    windows,
    setAside,
  };
}

function inWords(child: ReadChild): string[] {
  const { open, behind } = dueRowsOf(child.answers, child.asked, child.windows);
  const lanes = child.picture?.lanes ?? [];
  return [
    ...headOf(child),
    `Born: ${birthInWords(child.face, child.asked.on)}.`,
    ...(child.face.inDoubtWith.length > 0 ? [`Identity in doubt with ${child.face.inDoubtWith.join(', ')}.`] : []),
    ...lanes.map(({ lane, now }) => `${lane}: ${now.words}${now.detail ? `, ${now.detail}` : ''}`),
    '',
    open.length === 0 ? 'Nothing runs on this day.' : 'What is due:',
    ...open.map(dueLine),
    ...(behind.length > 0
      ? [`Behind: ${countOf(behind.length, 'duty', 'duties')} met, late or ended; “explain” tells each.`]
      : []),
    '',
    'Chronology, newest first:',
    ...chronologyOf(child.entries).map(
      ({ happened, tells, writtenBy, correctedBy, delay }) =>
        `  ${happened.padEnd(12)} ${correctedBy === null ? tells : `[since corrected] ${tells}`} (${writtenBy}${delay === null ? '' : `, ${delay}`})`,
    ),
    '',
    ...sourcesOf(child.entries).map(({ name, entries, cannotSay }) =>
      `${name}: ${countOf(entries, 'entry', 'entries')}. ${cannotSay ?? ''}`.trim(),
    ),
  ];
}

const dueLine = ({ status, title, limit, dueBy, known }: DueRow): string =>
  `  ${status.padEnd(24)} ${title}${limit === null ? '' : `, due ${dueBy}`}. ${known}`;
