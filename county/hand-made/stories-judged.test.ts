import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandMadeWeb, handMadeWeb } from '../../test/hand-made-web.ts';

/**
 * Everything that is late, missed or soon to come on 31 March 2026, as the stories mean it. Days are counted by hand, with
 * a calendar on the wall: the line of sight must find these and nothing else.
 */
const MEANT = [
  // Ten working days from 14 January 2013 ended on the 28th.
  ['Bethan Rhys-Malik', 'initial-assessment-10wd', 'met-late', '2013-01-28'],
  // Forty-five from 17 February 2025, over Good Friday and Easter Monday, ended on 23 April; a reason was written down.
  ['Esmé Tull', 'single-assessment-45wd', 'reasoned-late', '2025-04-23'],
  // Twenty from 8 July 2025; seen on 14 August.
  ['Esmé Tull', 'cin-visit', 'met-late', '2025-08-05'],
  ['Kacper Wiśniewski', 'single-assessment-45wd', 'overdue', '2026-03-16'],
  ['Kacper Wiśniewski', 'assessment-overrun-reason', 'fails', null],
  // In the manager's name; a worker ill since 2 March; a registration that lapsed, with an enquiry live.
  ['Nguyễn Minh Anh', 'allocate-social-worker', 'fails', null],
  ['Suleiman', 'allocate-social-worker', 'fails', null],
  ['Suleiman', 'cin-visit', 'overdue', '2026-03-16'],
  ['Yusra al-Hashimi', 'allocate-social-worker', 'fails', null],
  ['Yusra al-Hashimi', 'icpc-15wd', 'overdue', '2026-03-30'],
  // Nobody was in on 23 February, the last day for a visit; and ten working days from 16 March ended yesterday.
  ...['Safiya Nowak-Rahman', 'Zayn Nowak-Rahman'].flatMap((name) => [
    [name, 'cp-visit', 'met-late', '2026-02-23'],
    [name, 'cp-visit', 'overdue', '2026-03-30'],
    [name, 'core-group-next', 'due-soon', '2026-04-08'],
  ]),
] as const;

let web: HandMadeWeb;
beforeAll(async () => {
  web = await handMadeWeb();
});
afterAll(() => web.close());

type Judged = { readonly name: string; readonly duty: string; readonly verdict: string; readonly due: string | null };

test('the line of sight finds what the stories mean, and nothing else', async () => {
  const { rows } = await web.db.as({ person: 'a tester', purpose: 'command' }, (tx) =>
    sql<Judged>`
      select p.name, c.duty, c.verdict, c.due_until as due
      from sight.clock c join people.child p on p.book = c.child
      where c.first_day <= '2026-03-31' and (c.last_day is null or c.last_day >= '2026-03-31')
        and c.verdict not in ('met', 'not-due', 'holds')`.execute(tx),
  );
  const lines = rows.map(({ name, duty, verdict, due }) => [name, duty, verdict, due].join(' | '));
  expect(lines.sort()).toEqual(MEANT.map((line) => line.join(' | ')).sort());
});
