import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countOf, fingerprint, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import {
  csvOf,
  episode,
  folderOf903,
  header,
  load903,
  ofChild,
  type Tables903,
} from '../../../../../test/ssda903/ssda903-in-tests.ts';
import { importCinCensus } from '../cin-census/import-cin-census.ts';
import { importSsda903 } from './import-ssda903.ts';

let house: ImportHouse;
let folder: ReturnType<typeof folderOf903>;
beforeAll(() => {
  folder = folderOf903();
});
afterAll(() => folder.remove());
beforeEach(async () => {
  house = await importHouse('real');
});
afterEach(() => house.fresh.drop());

const load = (year: number, tables: Tables903) => load903(house, year, folder.files(tables));
/** Every fact that stands, as `name earliest..latest`, in order. */
async function facts(like = '%'): Promise<string[]> {
  const { rows } = await house.context.db.as({ person: 'a tester', purpose: 'command' }, (tx) =>
    sql<{ fact: string }>`
      select n.name || ' ' || coalesce(f.earliest::text, '') || '..' || coalesce(f.latest::text, '') as fact
      from sight.fact f join sight.fact_name n on n.code = f.name
      where n.name like ${like} and not exists (select from sight.retraction r where r.entry = f.entry) order by 1`.execute(
      tx,
    ),
  );
  return rows.map(({ fact }) => fact.replace(/ (\S+)\.\.\1$/, ' $1'));
}

const everything: Tables903 = {
  Header: [header('A', { MOTHER: '0' })],
  Episodes: [
    episode('A', '01/05/2025', '01/06/2025', { PLACE: 'P1', LS: 'C1' }),
    episode('A', '01/06/2025', '01/09/2025', { RNE: 'L', PLACE: 'P1', LS: 'C2' }),
    episode('A', '01/09/2025', '10/02/2026', { RNE: 'P', PLACE: 'U3', LS: 'C2', REC: 'E4A' }),
  ],
  Reviews: [ofChild('A', { REVIEW: '20/05/2025', REVIEW_CODE: 'PN1' })],
  UASC: [ofChild('A', { SEX: 'F' })],
  OC2: [ofChild('A', { SDQ_SCORE: '12', HEALTH_ASSESSMENT: '1', TEETH_CHECK: '0' })],
  OC3: [ofChild('A', { IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' })],
  AD1: [
    ofChild('A', {
      DATE_INT: '01/07/2025',
      DATE_MATCH: '01/08/2025',
      NB_ADOPTR: '2',
      SEX_ADOPTR: 'FF',
      LS_ADOPTR: 'L12',
    }),
  ],
  PlacedAdoption: [ofChild('A', { DATE_PLACED: '01/07/2025' })],
  PrevPerm: [ofChild('A', { PREV_PERM: 'P1', DATE_PERM: 'zz/04/2015' })],
  Missing: [ofChild('A', { MISSING: 'M', MIS_START: '03/07/2025', MIS_END: '04/07/2025' })],
  SWEpisodes: [ofChild('A', { SW_ID: 'SW1234567', SW_DECOM: '01/05/2025', SW_REASON: 'FCONTA' })],
};

test('all eleven tables become what happened, once, and nothing is dated that the file does not date', async () => {
  expect(await load(2026, everything)).toMatchObject({
    kind: 'ssda903',
    year: 2026,
    window: { from: '2025-04-01', until: '2026-03-31' },
    children: { read: 1, loaded: 1 },
    rows: { read: 13, loaded: 13 },
    setAside: [],
  });
  expect(await facts('care.%')).toEqual(['care.ended 2026-02-10', 'care.entered 2025-05-01']);
  expect(await facts('legal-status.%')).toEqual([
    'legal-status.care-order 2025-06-01',
    'legal-status.interim-care-order 2025-05-01',
  ]);
  expect(await facts('visiting.%')).toEqual([
    'visiting.not-known 2025-09-01',
    'visiting.parent-care-order 2025-06-01',
    'visiting.temporary-or-interim-order 2025-05-01',
  ]);
  expect(await facts('placement.%')).toEqual([
    'placement.begun 2025-05-01',
    'placement.begun 2025-09-01',
    'placement.ended 2025-09-01',
    'placement.ended 2026-02-10',
    'placement.first-begun 2025-05-01',
    'placement.first-year-over 2026-05-01',
    'placement.first-year-over 2026-09-01',
    'placement.with-parent-begun 2025-05-01',
  ]);
  expect(await facts('review.%')).toEqual(['review.care-held 2025-05-20']);
  expect(await facts('missing.%')).toEqual(['missing.begun 2025-07-03', 'missing.found 2025-07-04']);
  expect(await facts('health.%')).toEqual([]);
  expect(await facts('held.%')).toEqual([]);
  expect(await facts('spoken.%')).toEqual(['spoken.ssda903 2025-04-01..2026-03-31']);
  const print = await fingerprint(house.fresh);
  expect(await load(2026, everything)).toMatchObject({ entries: 0, rows: { unchanged: 13 } });
  expect(await fingerprint(house.fresh)).toBe(print);
});

test('its silence is evidence only where the tables came that would have said it', async () => {
  const { Reviews: _, ...withoutReviews } = everything;
  await load(2026, withoutReviews);
  expect(await facts('spoken.%')).toEqual([]);
  expect(await countOf(house.fresh, "record.entry where type = 'file-spoke-of-child'")).toBe(1);
});

describe('one year after another', () => {
  const first: Tables903 = {
    Header: [header('A')],
    Episodes: [
      episode('A', '01/05/2024', '01/07/2024', { LS: 'C1' }),
      episode('A', '01/07/2024', '', { RNE: 'L', LS: 'C2' }),
    ],
    Reviews: [ofChild('A', { REVIEW: '20/05/2024', REVIEW_CODE: 'PN1' })],
    Missing: [],
  };
  const second: Tables903 = {
    Header: [header('A')],
    Episodes: [
      episode('A', '01/07/2024', '01/10/2025', { RNE: 'L', LS: 'C2' }),
      episode('A', '01/10/2025', '', { RNE: 'P', LS: 'C2', PLACE: 'K2' }),
    ],
    Reviews: [ofChild('A', { REVIEW: '20/05/2025', REVIEW_CODE: 'PN1' })],
    Missing: [],
  };
  const whole = [
    'care.entered 2024-05-01',
    'placement.begun 2024-05-01',
    'placement.begun 2025-10-01',
    'placement.ended 2025-10-01',
  ];
  const told = async () => [
    ...(await facts('care.%')),
    ...(await facts('placement.begun')),
    ...(await facts('placement.ended')),
  ];

  test('a period of care that goes on is one, and nothing is taken back', async () => {
    await load(2025, first);
    expect(await load(2026, second)).toMatchObject({ corrections: [], withdrawn: [], setAside: [] });
    expect(await told()).toEqual(whole);
    expect(await facts('legal-status.%')).toEqual([
      'legal-status.care-order 2024-07-01',
      'legal-status.interim-care-order 2024-05-01',
    ]);
    const print = await fingerprint(house.fresh);
    expect(await load(2026, second)).toMatchObject({ entries: 0, withdrawn: [] });
    expect(await load(2025, first)).toMatchObject({ entries: 0, corrections: [], withdrawn: [] });
    expect(await fingerprint(house.fresh)).toBe(print);
  });

  test('the later year alone knows no beginning; the earlier one, loaded afterwards, fills it', async () => {
    await load(2026, second);
    expect(await facts('care.%')).toEqual(['care.entered ..2024-07-01']);
    expect(await load(2025, first)).toMatchObject({ corrections: [], withdrawn: [] });
    expect(await told()).toEqual(whole);
    expect(await load(2026, second)).toMatchObject({ entries: 0, withdrawn: [] });
  });

  test('what the same year no longer says is withdrawn, but never for a table that did not come', async () => {
    await load(2026, second);
    const { Reviews: _, ...withoutReviews } = second;
    expect(await load(2026, withoutReviews)).toMatchObject({ withdrawn: [] });
    const none = { ...second, Reviews: [ofChild('A', { REVIEW: '21/05/2025', REVIEW_CODE: 'PN1' })] };
    expect((await load(2026, none)).withdrawn).toMatchObject([{ child: 'A', table: 'Reviews' }]);
  });
});

describe('what is faulty and what is odd', () => {
  test('the row is set aside with its reason, and the rest of the child is loaded', async () => {
    const report = await load(2026, {
      Header: [header('A', { SEX: 'Q' }), header('', {})],
      Episodes: [episode('A', '31/02/2025', ''), episode('A', '01/05/2025', '')],
      Reviews: [ofChild('B', { REVIEW: '20/05/2025', REVIEW_CODE: 'PN1' })],
    });
    expect(report.children).toEqual({ read: 2, loaded: 2, unchanged: 0, setAside: 0 });
    expect(report.setAside.map(({ child, table, line }) => `${child} ${table} ${line}`)).toEqual([
      'A Header 2',
      'A Episodes 2',
      'null Header 3',
    ]);
    expect(report.flagged.map(({ child, code }) => `${child} ${code}`)).toContain('B no-header');
    // A row that was set aside says nothing, so that only B has a birth date, from a review.
    expect(await countOf(house.fresh, 'people.child')).toBe(2);
    expect(await countOf(house.fresh, "people.child where born_on = '2012-03-02'")).toBe(1);
  });

  test('days outside the year, and an end before its beginning, are loaded and flagged', async () => {
    const report = await load(2026, {
      Header: [header('A')],
      Episodes: [episode('A', '01/05/2025', '01/04/2025', { REC: 'E4A' }), episode('A', '01/05/2027', '')],
      Reviews: [ofChild('A', { REVIEW: '20/05/2030', REVIEW_CODE: 'PN1' })],
    });
    expect(report.setAside).toEqual([]);
    expect(new Set(report.flagged.map(({ code }) => code))).toEqual(new Set(['356', '354', 'after-the-year']));
  });

  test('one child, two birth dates: a book of its own until somebody decides', async () => {
    await load(2026, everything);
    const report = await load(2025, {
      Header: [header('A', { DOB: '05/05/2009' })],
      Episodes: [episode('A', '01/05/2024', '')],
    });
    expect(report.identityInDoubt).toMatchObject([{ child: 'A' }]);
    expect(await countOf(house.fresh, 'people.child')).toBe(2);
  });
});

describe('the census speaks of the same child', () => {
  const census = (ethnicity: string, died = ''): string =>
    folder.file(
      `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children><Child><ChildIdentifiers><LAchildID>A</LAchildID><PersonBirthDate>2012-03-02</PersonBirthDate><Sex>F</Sex>${died}</ChildIdentifiers><ChildCharacteristics><Ethnicity>${ethnicity}</Ethnicity></ChildCharacteristics></Child></Children></Message>`,
    );

  test('one book, and what both say stands once with two attestations', async () => {
    await importCinCensus(house.context, [census('WBRI')]);
    const before = await countOf(house.fresh, "record.entry where type in ('child-recorded', 'child-described')");
    await load(2026, { ...everything, Header: [header('A', { UPN: '' })] });
    expect(await countOf(house.fresh, 'people.child')).toBe(1);
    expect(await countOf(house.fresh, "record.entry where type in ('child-recorded', 'child-described')")).toBe(before);
    expect(await countOf(house.fresh, "returns.attestation where key = 'child/recorded'")).toBe(2);
    expect(await countOf(house.fresh, 'returns.disagreement')).toBe(0);
  });

  test('where they differ both are kept, and it is listed for a person', async () => {
    const died = '<PersonDeathDate>2026-02-09</PersonDeathDate>';
    await importCinCensus(house.context, [census('MOTH', died)]);
    const [last] = everything.Episodes?.slice(-1) ?? [];
    const report = await load(2026, { ...everything, Episodes: [{ ...last, RNE: 'S', REC: 'E2' }] });
    expect(report.disagreements.map(({ reason }) => reason)).toEqual([
      'The census says otherwise of “died”: the day. Both are kept until somebody decides.',
      'The census says otherwise of “described”: ethnicity. Both are kept until somebody decides.',
    ]);
    expect(await facts('born.died')).toEqual(['born.died 2026-02-09', 'born.died 2026-02-10']);
    expect(await countOf(house.fresh, 'returns.disagreement where not settled')).toBe(2);
    expect(await load(2026, { ...everything, Episodes: [{ ...last, RNE: 'S', REC: 'E2' }] })).toMatchObject({
      entries: 0,
      disagreements: [],
    });
  });
});

test('stopped between two transactions, it goes on from its mark', async () => {
  const ids = Array.from({ length: 600 }, (_, place) => `C${place}`);
  const files = folder.files({
    Header: ids.map((id) => header(id)),
    Episodes: ids.map((id) => episode(id, '01/05/2025', '')),
  });
  const stopping = new AbortController();
  const stopped = await importSsda903(house.context, '2026', files, {
    signal: stopping.signal,
    onProgress: ({ stage }) => stage === 'writing' && stopping.abort(),
  });
  expect(stopped).toMatchObject({
    ok: false,
    refusal: { sentence: expect.stringMatching(/stopped after \d+ of 600/) },
  });
  expect(await countOf(house.fresh, 'people.child')).toBe(250);
  expect(await load903(house, 2026, files)).toMatchObject({
    children: { read: 600, loaded: 600 },
    rows: { read: 1200 },
  });
  expect(await countOf(house.fresh, 'people.child')).toBe(600);
  expect(await countOf(house.fresh, 'returns.import_run')).toBe(1);
});

test('the same return as XML says the same', async () => {
  const xml = `<EXPSSDA903><CHILD><HEADER><CHILDID>A</CHILDID><UPN>UN2</UPN><SEX>F</SEX><DOB>02/03/2012</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC>
    <DATE_INT>01/07/2025</DATE_INT><DATE_MATCH>01/08/2025</DATE_MATCH><NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>FF</SEX_ADOPTR><LS_ADOPTR>L12</LS_ADOPTR>
    <IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>B1</ACCOM><AMISSING><MISSING>M</MISSING><MIS_START>03/07/2025</MIS_START><MIS_END>04/07/2025</MIS_END></AMISSING>
    <AREVIEW><REVIEW>20/05/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><MOTHER>0</MOTHER><MC_DOB/>
    <PERMANENCE><PREV_PERM>P1</PREV_PERM><DATE_PERM>zz/04/2015</DATE_PERM></PERMANENCE><OC2><SDQ_SCORE>12</SDQ_SCORE><TEETH_CHECK>0</TEETH_CHECK><HEALTH_ASSESSMENT>1</HEALTH_ASSESSMENT></OC2>
    <AD_PLACED><DATE_PLACED>01/07/2025</DATE_PLACED></AD_PLACED></HEADER>${(everything.Episodes ?? [])
      .map(
        ({ PLACE, CHILD: _, ...cells }) =>
          `<EPISODE>${Object.entries({ ...cells, PL: PLACE })
            .map(([name, cell]) => `<${name}>${cell}</${name}>`)
            .join('')}</EPISODE>`,
      )
      .join('')}</CHILD></EXPSSDA903>`;
  const { SWEpisodes: _, ...tables } = everything;
  await load(2026, tables);
  const print = await fingerprint(house.fresh);
  expect(await load903(house, 2026, [folder.file(xml)])).toMatchObject({
    entries: 0,
    rows: { read: 12, unchanged: 12 },
    setAside: [],
    withdrawn: [],
  });
  expect(await fingerprint(house.fresh)).toBe(print);
});

test('the order of the columns and of the rows changes nothing', async () => {
  await load(2026, everything);
  const print = await fingerprint(house.fresh);
  const other = Object.entries(everything).map(([table, rows]) =>
    folder.file(csvOf(table as 'Header', (rows ?? []).toReversed(), (names) => names.toReversed())),
  );
  expect(await load903(house, 2026, other.toReversed())).toMatchObject({ entries: 0, rows: { loaded: 0 } });
  expect(await fingerprint(house.fresh)).toBe(print);
});
