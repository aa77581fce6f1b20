import type { Id } from '../../src/kernel/id.ts';
import {
  leaveBegun,
  leaveEnded,
  registrationRecorded,
  teamFormed,
  workerJoined,
  workerLeft,
} from '../../src/modules/workforce/public.ts';
import { happenedOn, type NewEntry } from '../../src/record/entry.ts';
import type { Told } from '../../src/record/told.ts';
import { handMadePeople } from '../hand-made/hand-made-people.ts';
import type { CountyOf } from './county-plan.ts';
import { type Day, millisecondsAt, momentAt, textOf } from './days.ts';
import { inventedId } from './invented-ids.ts';
import { managerOn, type Team, type Worker, type Workforce } from './workforce-history.ts';

/** Things of the workforce's books that are not books themselves. */
const FIRST_THING = 1_000_000;

/** What was ever written in the books of teams and workers, book after book. */
export function* toldOfWorkforce(county: CountyOf, { teams }: Workforce): Generator<Told> {
  let things = FIRST_THING;
  const nextId = (): Id => {
    things += 1;
    return inventedId(county.seed, 0, things);
  };
  const byHand = handMadePeople.at(-1)?.id as Id;
  for (const team of teams) {
    if (!team.handMade) yield teamBook(county, team, nextId, byHand);
    for (const worker of [...team.managers, ...team.workers])
      if (!worker.handMade) yield* workerBook(county, team, worker, nextId, byHand);
  }
}

const told = (
  recorded: number,
  recordedBy: Id,
  id: Id,
  entries: readonly NewEntry[],
  opens: Told['act']['opens'] = [],
): Told => ({
  recordedAt: momentAt(recorded),
  recordedBy,
  act: { id, entries, opens, decidedOn: [] },
});

/** What each kind of work is called in the record; a team that does several is named after the first. */
const KIND = {
  'front-door': 'front-door',
  assessment: 'assessment',
  support: 'child-in-need',
  'in-care': 'children-in-care',
  fostering: 'fostering',
} as const;

function teamBook(county: CountyOf, team: Team, nextId: () => Id, by: Id): Told {
  const entry = teamFormed.write(
    {
      id: nextId(),
      book: team.book,
      about: team.book,
      happened: happenedOn(textOf(team.formed)),
      source: { kind: 'here' },
    },
    {
      name: team.name,
      managedBy: managerOn(team, county.today).book,
      kind: KIND[team.work[0] ?? 'support'],
      ...(team.district === null ? {} : { district: team.district }),
    },
  );
  return told(millisecondsAt(team.formed, 510), by, nextId(), [entry], [{ book: team.book, kind: 'team' }]);
}

type Line = { readonly on: Day; readonly recorded: number; readonly by: Id; readonly entry: NewEntry };

function workerBook(county: CountyOf, team: Team, worker: Worker, nextId: () => Id, administrator: Id): Told[] {
  const { book, joined, left, leaves, registered } = worker;
  const envelope = (on: Day, about: Id = book) => ({
    id: nextId(),
    book,
    about,
    happened: happenedOn(textOf(on)),
    source: { kind: 'here' } as const,
  });
  const lines: Line[] = [];
  const line = (on: Day, minute: number, by: Id, entry: NewEntry): void => {
    if (on <= county.today) lines.push({ on, recorded: millisecondsAt(on, minute), by, entry });
  };
  const manager = (on: Day): Id => managerOn(team, on).book;
  const facts = { name: worker.name, grade: worker.grade, team: worker.team, agency: worker.agency };
  line(joined, 540, administrator, workerJoined.write(envelope(joined), facts));
  for (const [at, each] of registered.entries()) {
    const on = Math.max(each.from, joined);
    const checked = {
      number: `SW${book.slice(0, 6)}`,
      from: textOf(each.from),
      until: textOf(each.until),
      checkedBy: managerOn(team, on).name,
    };
    line(on, 560 + (at % 2), manager(on), registrationRecorded.write(envelope(on), checked));
  }
  for (const leave of leaves) {
    const thread = nextId();
    const expected = leave.kind === 'annual' && leave.until !== null ? { expectedUntil: textOf(leave.until) } : {};
    line(
      leave.from,
      620,
      manager(leave.from),
      leaveBegun.write(envelope(leave.from, thread), { kind: leave.kind, ...expected }),
    );
    if (leave.until !== null)
      line(
        leave.until + 1,
        545,
        manager(leave.until + 1),
        leaveEnded.write(envelope(leave.until + 1, thread), { begunOn: textOf(leave.from) }),
      );
  }
  if (left !== null) line(left, 1_020, administrator, workerLeft.write(envelope(left), { joinedOn: textOf(joined) }));
  lines.sort((a, b) => a.recorded - b.recorded);
  return lines.map(({ recorded, by, entry }, at) =>
    told(recorded, by, nextId(), [entry], at === 0 ? [{ book, kind: 'worker' }] : []),
  );
}
