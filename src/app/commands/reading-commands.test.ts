import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { addPerson, personByEmail } from '../../modules/access/store/person-store.ts';
import { importCinCensus } from '../../modules/returns/imports/cin-census/import-cin-census.ts';
import { realClock } from '../../platform/clock/house-clock.ts';
import type { SignedIn } from '../../platform/http/page.ts';
import { readStatute } from '../../statute/read-statute.ts';
import type { Command, Outcome } from '../cli/command.ts';
import { createReal } from '../create-house.ts';
import { importContext } from '../house-imports.ts';
import { HOUSE } from '../house-mark.ts';
import { childCommand } from './child.command.ts';
import { dutiesCommand } from './duties.command.ts';
import { explainCommand } from './explain.command.ts';
import { sightCommand } from './sight.command.ts';

const SAMPLES = 'test/census';
/** A morning half a year after the census ends. */
const wall = (): number => Date.parse('2026-10-01T08:00:00.000Z') + (performance.now() | 0);
const clock = realClock(wall);
const statute = readStatute();
let fresh: FreshDatabase;

async function load(...files: string[]): Promise<void> {
  const context = importContext({ db: fresh.db, clock, mark: 'real', statute }, { ...HOUSE, purpose: 'import' });
  const paths = files.map((file) => `${SAMPLES}/${file}`);
  const loaded = await importCinCensus(context, paths, {
    trial: false,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  if (!loaded.ok) throw new Error(loaded.refusal.sentence);
}

beforeAll(async () => {
  fresh = await freshDatabase();
  await createReal(fresh.db, clock, 'Test Council', { email: 'a@b.example', name: 'A' });
  await load('cin_valid_2025-26_400children.xml');
  const known = await personByEmail(fresh.db, 'a@b.example');
  if (!known) throw new Error('the first person is not there');
  first = known;
  const roles = ['social-worker'] as const;
  await fresh.db.as(HOUSE, (tx) => addPerson(tx, { ...stranger, roles, addedAt: clock.now() }));
}, 120_000);
afterAll(() => fresh.drop());

let first: SignedIn;
/** Somebody to whom no child of the census is anything. */
const stranger: SignedIn = {
  id: '00000000-0000-4000-8000-00000000cafe' as Id,
  name: 'S',
  email: 's@b.example',
  roles: ['social-worker'],
};

async function run(
  command: Command,
  words: readonly string[] = [],
  options: Record<string, string> = {},
  person: SignedIn = first,
): Promise<Outcome> {
  const identity = { person: person.id, purpose: 'command' } as const;
  const config = { today: undefined, port: 3000, serving: { publicUrl: undefined } };
  const context = { db: fresh.db, identity, person, clock, statute: () => statute, config };
  const asked = { words, options: { on: undefined, 'known-at': undefined, ...options } };
  return command.run(context as never, asked as never);
}
async function json<Value>(
  command: Command,
  words: readonly string[] = [],
  options: Record<string, string> = {},
): Promise<Value> {
  const outcome = await run(command, words, options);
  if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
  return JSON.parse(JSON.stringify(outcome.json)) as Value;
}

type Counts = Record<'yes' | 'no' | 'notOwed' | 'cannotTell', number>;
type Sight = {
  on: LocalDate;
  spokenUntil: LocalDate;
  knownAt: string;
  open: number;
  allocated: Counts;
  assessed: Counts;
  seen: Counts;
  planned: Counts;
  duties: Record<string, Record<string, number>>;
};
type Explained = {
  duty: string;
  verdict: string;
  startedBy: string;
  startedOn: string;
  limit: { value: number; unit: string } | null;
  skipped: string[];
  citation: string;
  force: string;
};

describe('sight', () => {
  test('is told of the last day of which the census speaks, and every coverage adds up to the open', async () => {
    const sight = await json<Sight>(sightCommand);
    expect(sight).toMatchObject({ on: '2026-03-31', spokenUntil: '2026-03-31' });
    expect(sight.open).toBeGreaterThan(100);
    for (const coverage of [sight.allocated, sight.assessed, sight.seen, sight.planned]) {
      expect(coverage.yes + coverage.no + coverage.notOwed + coverage.cannotTell).toBe(sight.open);
    }
    expect(sight.allocated.cannotTell).toBe(sight.open);
  });

  test('months later nothing is overdue that was not: it is cannot tell', async () => {
    const then = await json<Sight>(sightCommand);
    const later = await json<Sight>(sightCommand, [], { on: '2026-09-30' });
    const overdue = ({ duties }: Sight) => Object.entries(duties).map(([duty, counts]) => [duty, counts.overdue ?? 0]);
    const before = new Map(overdue(then) as [string, number][]);
    for (const [duty, count] of overdue(later) as [string, number][]) expect(count).toBe(before.get(duty) ?? 0);
    const untold = ({ duties }: Sight): number =>
      Object.values(duties).reduce((sum, counts) => sum + (counts['cannot-tell'] ?? 0), 0);
    expect(untold(later)).toBeGreaterThan(untold(then));
  });

  test('before the first load it is cannot tell, and never nought', async () => {
    const sight = await json<Sight & { cannotTell: string }>(sightCommand, [], { 'known-at': '2020-01-01T00:00:00Z' });
    expect(sight).toMatchObject({ open: null, spokenUntil: null, cannotTell: expect.any(String) });
  });

  test('the same question about the same mark is answered the same', async () => {
    const first = await json<Sight>(sightCommand, [], { on: '2025-12-01' });
    const again = await json<Sight>(sightCommand, [], { on: '2025-12-01', 'known-at': first.knownAt });
    expect(again).toEqual(first);
  });

  test('what is not settled yet is refused, and what is no time is wrong use', async () => {
    expect(await run(sightCommand, [], { 'known-at': instantOf(wall() + 86_400_000) })).toMatchObject({
      is: 'refused',
    });
    expect(await run(sightCommand, [], { 'known-at': 'yesterday' })).toMatchObject({ is: 'wrong-use' });
    expect(await run(sightCommand, [], { on: '2026-02-31' })).toMatchObject({ is: 'wrong-use' });
  });

  test('a moment gone by since the last writing can be asked about', async () => {
    const moment = instantOf(wall() - 1);
    expect((await json<Sight>(sightCommand, [], { 'known-at': moment })).knownAt).toBe(moment);
  });
});

describe('explain', () => {
  const child = 'SL00000005';

  test('every verdict has a rule behind it', async () => {
    const explained = await json<Explained[]>(explainCommand, [child]);
    expect(explained.length).toBeGreaterThan(5);
    for (const { citation, force, startedBy } of explained) {
      expect([citation, force].every((text) => text.length > 0)).toBe(true);
      expect(startedBy).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(explained.filter(({ limit }) => limit === null).length).toBeGreaterThan(0);
  });

  test('one duty alone, by the council’s id or Sightline’s own', async () => {
    const { child: own } = await json<{ child: string }>(childCommand, [child]);
    const byCouncil = await json<Explained[]>(explainCommand, [child, 'single-assessment-45wd']);
    expect(new Set(byCouncil.map(({ duty }) => duty))).toEqual(new Set(['single-assessment-45wd']));
    expect(await json<Explained[]>(explainCommand, [own, 'single-assessment-45wd'])).toEqual(byCouncil);
  });

  test('the holidays that were skipped are days', async () => {
    const explained = await json<Explained[]>(explainCommand, [child, 'referral-decision']);
    expect(explained[0]?.skipped).toEqual(['2025-04-18', '2025-04-21']);
  });

  test('the figures of the county are the verdicts of its children', async () => {
    const [one] = await json<Explained[]>(explainCommand, [child, 'single-assessment-45wd']);
    const { duties } = await json<Sight>(sightCommand);
    expect(duties['single-assessment-45wd']?.[one?.verdict ?? '']).toBeGreaterThan(0);
  });

  test('nobody, and no such duty, are each one sentence', async () => {
    expect(await run(explainCommand, ['SL99999999'])).toMatchObject({
      is: 'refused',
      sentence: 'No child here has the id SL99999999.',
    });
    expect(await run(explainCommand, [child, 'no-such-duty'])).toMatchObject({ is: 'refused' });
  });
});

describe('child', () => {
  test('says what the file cannot', async () => {
    const outcome = await run(childCommand, ['SL00000005']);
    if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
    const text = outcome.text.join('\n');
    expect(text).toContain('SL00000005, girl of 11');
    expect(text).toContain('held: Cannot tell');
    expect(text).toContain('It names no child, no social worker and no team');
    expect(outcome.children).toHaveLength(1);
  });

  test('before the first load nobody can tell what was known', async () => {
    expect(await run(childCommand, ['SL00000005'], { 'known-at': '2026-04-01' })).toMatchObject({
      is: 'refused',
      sentence: expect.stringContaining('Cannot tell what was known of SL00000005'),
    });
  });

  test('two children under one council id are in doubt: both ids are said, and neither is picked', async () => {
    await load('cin_invalid_2025-26.xml');
    const ids = Array.from({ length: 60 }, (_, number) => `SL${String(number).padStart(8, '0')}`);
    const outcomes = await Promise.all(ids.map((id) => run(childCommand, [id])));
    const doubt = outcomes.find((each) => each.is === 'refused' && each.sentence.startsWith('Identity in doubt'));
    if (doubt?.is !== 'refused') throw new Error('no identity is in doubt');
    const [first, second] = [...doubt.sentence.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)].map((match) => match[0]);
    expect(await json<{ inDoubtWith: string[] }>(childCommand, [first ?? ''])).toMatchObject({ inDoubtWith: [second] });
  });
});

describe('duties', () => {
  type Row = {
    duty: string;
    inForce: boolean;
    limit: { value: number; unit: string } | null;
    force: string;
    citation: string;
    confidence: string;
  };

  test('one row for every duty of the register, in force that day or not', async () => {
    for (const on of ['1985-01-01', '2013-01-14', '2026-03-31']) {
      const rows = await json<Row[]>(dutiesCommand, [], { on });
      expect(rows.map(({ duty }) => duty)).toEqual(statute.duties.map(({ id }) => id));
      expect(
        rows.every(
          ({ inForce, citation, force }) => typeof inForce === 'boolean' && citation !== '' && force.length > 0,
        ),
      ).toBe(true);
    }
  });

  test('the law of January 2013 is not that of May', async () => {
    const limitOn = async (on: string, duty: string) =>
      (await json<Row[]>(dutiesCommand, [], { on })).find((row) => row.duty === duty);
    expect(await limitOn('2013-01-14', 'initial-assessment-10wd')).toMatchObject({
      inForce: true,
      limit: { value: 10, unit: 'working-days+' },
    });
    expect(await limitOn('2013-05-14', 'initial-assessment-10wd')).toMatchObject({ inForce: false, limit: null });
    expect(await limitOn('2013-05-14', 'single-assessment-45wd')).toMatchObject({
      inForce: true,
      limit: { value: 45 },
    });
  });
});

test('a figure that was given stays as it was, whatever is written later', async () => {
  const { knownAt, ...first } = await json<Sight>(sightCommand);
  await load('cin_missing_id_crashes_d2i.xml');
  const again = await json<Sight>(sightCommand, [], { 'known-at': knownAt });
  expect(again).toEqual({ knownAt, ...first });
  expect(addDays(again.on, 0)).toBe('2026-03-31');
});

describe('who may read by command', () => {
  const numberOfSomebody = async (): Promise<string> => {
    const { rows } = await fresh.db.as(HOUSE, (tx) =>
      sql<{ number: string }>`select council_child_id as number from people.child order by 1 limit 1`.execute(tx),
    );
    return rows[0]?.number ?? 'nobody';
  };

  test('a record without a relation is asked for, by both commands, and nothing of it is said', async () => {
    const number = await numberOfSomebody();
    for (const command of [childCommand, explainCommand]) {
      const outcome = await run(command, [number], {}, stranger);
      expect(outcome).toMatchObject({ is: 'refused', sentence: expect.stringContaining('opens with a reason: http') });
      expect(outcome.children).toHaveLength(1);
    }
  });

  test('a child who is hidden from the asker is nobody', async () => {
    const number = await numberOfSomebody();
    const nobody = await run(childCommand, ['WM-NOBODY'], {}, stranger);
    await fresh.db.owner((tx) =>
      sql`insert into access.interest select book, book, ${stranger.id}, book, 'neighbour' from people.child where council_child_id = ${number}`.execute(
        tx,
      ),
    );
    expect(await run(childCommand, [number], {}, stranger)).toEqual({
      ...nobody,
      sentence: `No child here has the id ${number}.`,
    });
  });

  test('what the person is to the child goes to the log', async () => {
    expect(await run(childCommand, [await numberOfSomebody()])).toMatchObject({ is: 'done', relation: 'data-quality' });
  });
});
