import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../../../county/hand-made/hand-made-id.ts';
import { childNamed, type HandMadeWeb, handMadeWeb } from '../../../../../test/hand-made-web.ts';
import type { Id } from '../../../../kernel/id.ts';

const [minhAnh, suleiman, amadou] = ['Nguyễn Minh Anh', 'Suleiman', 'Amadou Diallo'].map(childNamed) as [Id, Id, Id];
const workerNamed = (name: string): Id => handMadeId('worker', name);
const temitope = workerNamed('Temitope Adeyemi');
const form = `/children/${minhAnh}/allocation`;
const fields = { 'since-day': '31', 'since-month': '3', 'since-year': '2026', who: 'worker', worker: temitope };
let web: HandMadeWeb;

beforeAll(async () => {
  web = await handMadeWeb();
});
afterAll(() => web.close());

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  web.db.as({ person: 'a tester', purpose: 'command' }, async (tx) => (await query.execute(tx)).rows);
const heldBy = async (book: Id) =>
  (
    await ask<{ held: string; worker_name: string | null; placeholder: string | null }>(
      sql`select held, worker_name, placeholder from allocation.current where book = ${book}`,
    )
  )[0];
const allocated = async (book: Id) =>
  (
    await ask<{ verdict: string }>(sql`select verdict from sight.clock where child = ${book}
      and duty = 'allocate-social-worker' and first_day <= '2026-03-31' and (last_day is null or last_day >= '2026-03-31')`)
  ).map(({ verdict }) => verdict);

describe('allocating a worker', () => {
  test('the form says who holds the child now, and what speaks against a worker; nobody is chosen beforehand', async () => {
    const { status, html } = await web.get('beatrix', form);
    expect(status).toBe(200);
    expect(html).toContain('Who will hold Nguyễn Minh Anh?');
    expect(html).toContain('Unallocated since 3 March 2026: in a manager’s name.');
    expect(html).toContain('Beatrix Ashworth answers for the child.');
    expect(html).toContain('Temitope Adeyemi, social worker, Northfield, holds 4 children');
    expect(html).toContain(
      'Agnieszka Duda, advanced practitioner, Northfield, holds 1 child, on leave since 2 March 2026',
    );
    expect(html).toContain('registration ended 30 November 2025');
    expect(html).not.toMatch(/<input[^>]*\schecked|<option[^>]*\sselected/);
  });

  test('what is wrong stands beside its box and what was typed is kept', async () => {
    const page = await web.get('beatrix', form);
    const empty = await web.send('beatrix', page, {});
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Say who will hold the child');
    expect(empty.html).toContain('Enter the first day');
    const early = await web.send('beatrix', page, {
      ...fields,
      'since-year': '2021',
      'why-worker': 'She speaks Vietnamese.',
    });
    expect(early.status).toBe(422);
    expect(early.html).toContain('This worker joined on 10 January 2022, after that day');
    expect(early.html).toContain('She speaks Vietnamese.');
  });

  test('a draft is kept, restored and destroyed when it is sent; the state check moves', async () => {
    expect(await allocated(minhAnh)).toEqual(['fails']);
    const page = await web.get('beatrix', form);
    await web.send('beatrix', page, { ...fields, 'why-worker': 'Has room', draft: 'leave' }, `${form}/draft`);
    const restored = await web.get('beatrix', form);
    expect(restored.html).toContain('Has room');
    const sent = await web.send('beatrix', restored, fields);
    expect([sent.status, sent.location]).toEqual([303, `/children/${minhAnh}`]);
    expect(await heldBy(minhAnh)).toMatchObject({ held: 'by-worker', worker_name: 'Temitope Adeyemi' });
    expect(await allocated(minhAnh)).toEqual(['holds']);
    expect((await web.get('beatrix', form)).html).not.toContain('Has room');
    expect((await web.send('beatrix', restored, fields)).status).toBe(303);
    expect((await web.send('beatrix', await web.get('beatrix', form), fields)).html).toContain(
      'This worker holds the child already, since 31 March 2026',
    );
  });

  test('a placeholder is recorded and stays unallocated, with the reason', async () => {
    const page = await web.get('beatrix', `/children/${suleiman}/allocation`);
    const sent = await web.send('beatrix', page, {
      ...fields,
      who: 'placeholder',
      kind: 'duty',
      'why-placeholder': 'Agnieszka is ill.',
    });
    expect(sent.status).toBe(303);
    expect(await heldBy(suleiman)).toMatchObject({ held: 'by-placeholder', placeholder: 'duty' });
    expect(await allocated(suleiman)).toEqual(['fails']);
  });

  test('a child who was closed needs a new referral first', async () => {
    const page = await web.get('beatrix', `/children/${amadou}/allocation`);
    const sent = await web.send('beatrix', page, fields);
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('The child was closed on 18 July 2025: a new referral comes first');
  });
});

test('two people allocate at once: both are shown, and the writer chooses', async () => {
  const mine = await web.get('beatrix', `/children/${suleiman}/allocation`);
  const jonah = workerNamed('Jonah Moore');
  await web.send('beatrix', await web.get('beatrix', `/children/${suleiman}/allocation`), { ...fields, worker: jonah });
  const conflict = await web.send('beatrix', mine, fields);
  expect(conflict.status).toBe(409);
  expect(conflict.html).toContain('Somebody else allocated this child while you wrote');
  expect(conflict.html).toContain('Jonah Moore');
  expect(conflict.html).toContain('Temitope Adeyemi');
  const unanswered = await web.send('beatrix', conflict, {});
  expect(unanswered.html).toContain('Say what is to become of yours');
  expect((await web.send('beatrix', unanswered, { choice: 'mine' })).status).toBe(303);
  expect(await heldBy(suleiman)).toMatchObject({ worker_name: 'Temitope Adeyemi' });
});

test('a social worker does not allocate', async () => {
  expect((await web.get('temitope', form)).status).toBe(403);
});
