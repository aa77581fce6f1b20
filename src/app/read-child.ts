import type { Id } from '../kernel/id.ts';
import { toEpochDay } from '../kernel/local-date.ts';
import { runningOn } from '../modules/access/store/openings/openings.ts';
import { redactEntries, withheldIn } from '../modules/access/store/redact-entries.ts';
import { headingOf } from '../modules/child-face.ts';
import type { Answered, Asked, ReadChild, ReadVerdicts, ToldEntry } from '../modules/child-page.ts';
import { familyOf } from '../modules/people/core/family.ts';
import { faceOfBooks } from '../modules/people/pages/show-child/face-of-books.ts';
import { familyPicture } from '../modules/people/pages/show-child/family-picture.ts';
import { sightlinePicture } from '../modules/people/pages/show-child/sightline-of-child.ts';
import { booksOfChildren, doubtsOf } from '../modules/people/store/find-children.ts';
import { readFamily } from '../modules/people/store/read-family.ts';
import { readPlaces } from '../modules/people/store/read-places.ts';
import { asReaderMay } from '../modules/returns/core/reconcile/withheld-fields.ts';
import { differing } from '../modules/returns/pages/reconcile-files/differing-line.ts';
import { openDisputesOf } from '../modules/returns/store/disputed-events.ts';
import { setAsideOf } from '../modules/returns/store/findings-of-child.ts';
import { withheldSaid } from '../modules/returns/store/withheld-said.ts';
import type { Window } from '../modules/verdict-in-words.ts';
import type { Tx } from '../platform/database/database.ts';
import { entriesAsOf } from '../record/as-of.ts';
import type { RedactedEntry } from '../record/redacted.ts';
import { isWithheld } from '../record/said.ts';
import { readEntries } from '../record/store/read-entries.ts';
import { clocksOf, verdictOn } from '../sight/clocks.ts';
import { coverageOnDay, coveredOf } from '../sight/coverage.ts';
import { FILE_KINDS, type FileKind, givenBy } from '../sight/duty-by-file.ts';
import { explain } from '../sight/explain.ts';
import type { Fact } from '../sight/facts.ts';
import { lanesOf, type Sightline } from '../sight/lanes.ts';
import { factsOfBooks, policiesOf, standingsOf } from '../sight/store/read-facts.ts';
import { heldBy, nameIn } from './held-by.ts';
import type { Reading } from './reading.ts';
import { inOneLine, isPartly } from './tell-entry.ts';
import { writersOf } from './writer-names.ts';

/** Everything that the record and the line of sight say of one child, by any of the child's ids; null when there is no such child. */
export async function readChild(tx: Tx, reading: Reading, child: Id, asked: Asked): Promise<ReadChild | null> {
  const read = await readRecord(tx, reading, child, asked);
  if (read === null) return null;
  const { identity, books, everything, verdicts, sight } = read;
  const { face, entries } = verdicts;
  const covered = coveredOf(sight.facts, sight.standings, asked.knownAt, sight.compiled.leaveDays);
  const coverage = coverageOnDay(covered, toEpochDay(asked.on));
  const sightline = lanesOf({ ...sight, on: asked.on, known: asked.knownAt });
  return {
    ...verdicts,
    firstKnownAt: everything.map(({ recordedAt }) => recordedAt).sort()[0] ?? null,
    facts: sight.facts,
    coverage,
    held: heldBy({ covered, coverage, sightline, entries: entries.map(({ entry }) => entry), on: asked.on }),
    picture: pictureOf(sightline, face, entries, asked.on),
    family: familyPicture(
      familyOf(identity, await readFamily(tx, identity), asked.on),
      headingOf(face, asked.on),
      asked.on,
    ),
    places: await readPlaces(tx, identity, books),
    setAside: await setAsideOf(tx, books, asked.knownAt),
    filesDiffer: asked.how === 'now' ? await filesDifferOf(tx, reading, books) : [],
    openedNow: (await runningOn(tx, books)).map(({ personName, until }) => ({ name: personName, until })),
    neverToldBy: neverToldBy(reading, verdicts.answers),
  };
}

/** The record of one child and every verdict on it, without what only the child's own page draws around it. */
export async function readVerdicts(tx: Tx, reading: Reading, child: Id, asked: Asked): Promise<ReadVerdicts | null> {
  return (await readRecord(tx, reading, child, asked))?.verdicts ?? null;
}

async function readRecord(tx: Tx, reading: Reading, child: Id, asked: Asked) {
  const rows = await booksOfChildren(tx, [child]);
  const identity = rows[0]?.identity;
  if (identity === undefined) return null;
  const books = rows.map(({ book }) => book);
  const { known, everything } = await readBooks(tx, reading, books, asked);
  const entries = known.filter(({ happened: { earliest } }) => earliest === null || earliest <= asked.on);
  const doubts = (await doubtsOf(tx, [identity])).map(({ with_identity: other }) => other);
  const sight = await readSight(tx, reading, { identity, books }, asked.knownAt);
  const verdicts: ReadVerdicts = {
    // Whose page it is must be said even of a day on which nothing was known yet.
    face: faceOfBooks(identity, books, known.length > 0 ? known : everything, doubts),
    asked,
    entries: await toldEntries(tx, reading, entries, sight.facts),
    answers: answersOn(sight, asked.on),
    windows: windowsOf(sight.facts),
  };
  return { identity, books, everything, verdicts, sight };
}

/**
 * What was known at the moment asked about, and all that is known now: a day gone by must not hide that there is an earliest
 * one. Both as the reader may see them today, whatever day is told; read once, because who may read what is among it.
 */
async function readBooks(tx: Tx, { registry }: Reading, books: readonly Id[], { knownAt }: Asked) {
  const written = await readEntries(tx, { registry, books, knownAt: null });
  const everything = await redactEntries(tx, registry, written, written);
  return { known: entriesAsOf(everything, new Set(), { happenedBy: null, knownAt }), everything };
}

async function filesDifferOf(tx: Tx, { registry }: Reading, books: readonly Id[]): Promise<ReadChild['filesDiffer']> {
  const events = await openDisputesOf(tx, books);
  if (events.length === 0) return [];
  const isWithheld = await withheldSaid(tx, events, await withheldIn(tx, registry, books));
  return events.map((event) => differing(asReaderMay(event, isWithheld)));
}

type ChildAsked = { readonly identity: Id; readonly books: readonly Id[] };

async function readSight(tx: Tx, reading: Reading, { identity, books }: ChildAsked, knownAt: Asked['knownAt']) {
  const facts = (await factsOfBooks(tx, books, knownAt)).get(identity) ?? [];
  const parties = [...new Set(facts.flatMap(({ party }) => party ?? []))];
  const standings = await standingsOf(tx, parties, knownAt);
  const compiled = reading.compiledFor(await policiesOf(tx, knownAt));
  return { compiled, facts, standings, pieces: clocksOf(compiled, identity, facts, knownAt, standings) };
}

type Sight = Awaited<ReturnType<typeof readSight>>;

function pictureOf(
  sightline: Sightline | null,
  face: ReadChild['face'],
  entries: readonly ToldEntry[],
  on: Asked['on'],
): ReadChild['picture'] {
  if (sightline === null) return null;
  const byId = new Map(entries.map((told) => [told.entry.id, told]));
  return sightlinePicture(sightline, {
    name: headingOf(face, on),
    on,
    workerOf: (allocation) => nameIn(byId.get(allocation)?.entry),
    tellsOf: (entry) => byId.get(entry)?.tells,
  });
}

/** Each piece that holds on the day with its explanation: `explain` answers them in the same order. */
function answersOn({ compiled, pieces, facts }: Sight, on: Asked['on']): Answered[] {
  const explanations = explain(compiled, pieces, facts, on);
  return verdictOn(pieces, on).flatMap((piece, index) => {
    const explanation = explanations[index];
    const duty = compiled.duties.find(({ id }) => id === piece.duty);
    return explanation ? [{ piece, explanation, check: duty?.shape === 'state' ? duty.duty.check.is : null }] : [];
  });
}

/** What each kind of file can never tell of the duties that are answered here. */
function neverToldBy({ statute: { duties } }: Reading, answers: readonly Answered[]): ReadChild['neverToldBy'] {
  const asked = new Set(answers.map(({ piece }) => piece.duty));
  const own = duties.filter(({ id }) => asked.has(id));
  const never = (file: FileKind): string[] =>
    own.filter((duty) => givenBy(duty, file, duties).how === 'never').map(({ title }) => title);
  return new Map(FILE_KINDS.map((file) => [file, never(file)]));
}

function windowsOf(facts: readonly Fact[]): Window[] {
  const windows = facts.flatMap(({ name, earliest, latest }) =>
    name.startsWith('spoken.') && earliest !== null && latest !== null ? [{ from: earliest, until: latest }] : [],
  );
  return windows.sort((a, b) => a.until.localeCompare(b.until));
}

async function toldEntries(
  tx: Tx,
  reading: Reading,
  entries: readonly RedactedEntry[],
  facts: readonly Fact[],
): Promise<ToldEntry[]> {
  const writerOf = await writersOf(tx, entries);
  const spoken = new Set(facts.flatMap((fact) => (fact.name === 'view.expressed' ? [fact.entry] : [])));
  return entries.map((entry) => ({
    entry,
    tells: inOneLine(reading, entry),
    writtenBy: writerOf(entry),
    words: spoken.has(entry.id) ? wordsOf(entry) : null,
    isPartly: isPartly(entry.data),
  }));
}

function wordsOf({ data }: RedactedEntry): ToldEntry['words'] {
  if (typeof data !== 'object' || data === null || !('words' in data)) return null;
  return typeof data.words === 'string' || isWithheld(data.words) ? data.words : null;
}
