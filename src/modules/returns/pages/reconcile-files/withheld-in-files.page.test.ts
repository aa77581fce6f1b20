import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReconcileHouse, reconcileHouse } from '../../../../../test/reconcile-house.ts';
import { notKnown } from '../../../../record/said.ts';
import { withheldIn } from '../../../access/store/redact-entries.ts';
import { phoneUsed } from '../../../people/public.ts';
import { withheldSaid } from '../../store/withheld-said.ts';
import { DESCRIBED } from './disputed-event.fixture.ts';

let here: ReconcileHouse;
let db: ReconcileHouse['house']['fresh']['db'];
let web: ReconcileHouse['web'];
beforeAll(async () => {
  here = await reconcileHouse();
  db = here.house.fresh.db;
  web = here.web;
  await here.loadCensus();
  await here.loadLists();
});
afterAll(() => here.close());

test('what is withheld of an entry is withheld where files are compared, and somebody else settles it', async () => {
  const book = await here.bookOf('A100');
  const described = await here.entryOf('A100', 'described');
  const kept = (audience: 'everyone' | 'protected-readers') => here.keep(book, described, 'ethnicity', audience);
  const places = ['/reconciliation', `/reconciliation/events/${described}`, `/children/${book}`];
  for (const at of places) expect((await web.get('priyanka', at)).html, at).toContain('WBRI');
  const before = await web.get('priyanka', places[1] ?? '');
  await kept('protected-readers');
  for (const at of places) {
    const { html } = await web.get('priyanka', at);
    expect(html.includes('WBRI') && at !== '/reconciliation', at).toBe(false);
    expect(html, at).toContain('Withheld from you');
  }
  expect((await web.get('priyanka', places[1] ?? '')).html).toContain('somebody who may read it must decide');
  expect((await web.send('priyanka', before, { because: 'I guessed.' }, places[1])).status).toBe(404);
  await kept('everyone');
  expect((await web.get('priyanka', places[1] ?? '')).html).toContain('WBRI');
});

test('a protected number in what a file says is withheld: a file knows nothing of what is protected', async () => {
  const says = { 'ring-first': 'Gran on 07700-900321', sex: 'male', parts: ['none', { tel: '07700 900321' }] };
  const [source] = DESCRIBED.sources;
  if (!source) throw new Error('no file says anything of it');
  const { entry } = source;
  const event = { ...DESCRIBED, sources: [{ ...source, said: says }] };
  const withheldFor = (person: string) =>
    db.as({ person, purpose: 'request' }, async (tx) => {
      const isWithheld = await withheldSaid(tx, [event], () => false);
      return Object.keys(says).filter((field) => isWithheld(entry, field));
    });
  const anybody = randomUUID();
  expect(await withheldFor(anybody)).toEqual([]);
  await here.written(await here.bookOf('A103'), (on) =>
    phoneUsed.write(on, { number: '07700 900321', whose: 'her grandmother', protected: true, from: notKnown }),
  );
  expect(await withheldFor(anybody)).toEqual(['ring-first', 'parts']);
  const closed = await db.as({ person: anybody, purpose: 'request' }, (tx) =>
    withheldSaid(tx, [event], (_, field) => field === 'sex'),
  );
  expect(closed(entry, 'sex')).toBe(true);
});

test('what files say in plain words of where a placement is, or of a protected number, stops no page and stands on none', async () => {
  const book = await here.bookOf('A100');
  const described = await here.entryOf('A100', 'described');
  const places = ['/reconciliation', `/reconciliation/events/${described}`, `/children/${book}`];
  const says = (postcodes: boolean) =>
    db.owner((tx) =>
      sql`update returns.attestation set content = case when ${postcodes}
          then jsonb_set(jsonb_set(content, '{said,postcode}', to_jsonb('NR30 ' || length(source_kind) || 'ZZ')),
            '{said,note}', to_jsonb('Ring 07700 900321 first, says the ' || source_kind))
          else content #- '{said,postcode}' #- '{said,note}' end
        where book = ${book} and key like '%described'`.execute(tx),
    );
  await says(true);
  await db.owner((tx) =>
    sql`insert into returns.finding (run, number, kind, child, book, table_name, line, reason)
      select id, 90001, 'set-aside', 'A100', ${book}, 'List 8', 2, 'Date of Birth “07700 900321” is not a date.'
      from returns.import_run limit 1`.execute(tx),
  );
  for (const at of places) {
    const { html, status } = await web.get('priyanka', at);
    expect([at, status, html.includes('NR30'), html.includes('Withheld from you')]).toEqual([at, 200, false, true]);
  }
  expect((await web.get('priyanka', places[1] ?? '')).html).toContain('somebody who may read it must decide');
  const keptFrom = (relation: string) =>
    db.as({ person: randomUUID(), purpose: 'request', opened: { books: [book], relation } }, async (tx) =>
      (await withheldIn(tx, here.house.context.registry, [book]))(described, 'postcode'),
    );
  expect([await keptFrom('colleague'), await keptFrom('allocated')]).toEqual([true, false]);
  await says(false);
  await db.owner((tx) => sql`delete from returns.finding where number = 90001`.execute(tx));
});
