import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readWhole } from '../../../../test/census/census-in-tests.ts';
import type { Id } from '../../../kernel/id.ts';
import { decideBatch } from './decide-batch.ts';
import { derivedId } from './derived-id.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const makeId = (...parts: readonly string[]): Id => derivedId(digest, ...parts);

const census = (children: string): string =>
  `<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children>${children}</Children></Message>`;
const child = (rest: string, id = '<LAchildID>A1</LAchildID>'): string =>
  `<Child><ChildIdentifiers>${id}<PersonBirthDate>2015-01-02</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>${rest}</Child>`;
const assessment = (begun: string, authorised: string): string =>
  `<Assessments><AssessmentActualStartDate>${begun}</AssessmentActualStartDate><AssessmentAuthorisationDate>${authorised}</AssessmentAuthorisationDate></Assessments>`;
const episode = (referred: string, inside: string, after = '<ReferralNFA>0</ReferralNFA>'): string =>
  `<CINdetails><CINreferralDate>${referred}</CINreferralDate><ReferralSource>6</ReferralSource>${inside}${after}</CINdetails>`;

function decided(xml: string) {
  const { header, children } = readWhole(xml);
  const nothing = { sameCouncilId: new Map(), attested: new Map(), elsewhere: new Map(), standing: new Map() };
  const file = { kind: 'cin-census' as const, hash: 'f', window: header.window, without: [] };
  const batch = decideBatch(children, { run: 'run' as Id, file, digest, makeId, ...nothing });
  const entries = batch.acts.flatMap((act) => act.entries);
  const of = (type: string) => entries.filter((entry) => entry.type === type);
  return { batch, entries, of, data: (type: string) => of(type).map((entry) => entry.data as Record<string, unknown>) };
}

test('what the census does not say is not said: a decision has a stretch of days, and who was told or saw the child is absent', () => {
  const { of, entries } = decided(
    census(child(episode('2025-06-02', assessment('2025-06-03', '2025-07-01'), '<ReferralNFA>false</ReferralNFA>'))),
  );
  expect(of('referral-decided')[0]?.happened).toEqual({
    earliest: '2025-06-02',
    latest: '2026-03-31',
    precision: 'unknown',
    at: null,
  });
  expect(of('referral-decided')[0]?.data).toMatchObject({
    next: 'further-action',
    primaryNeed: { notSaid: 'not in source' },
  });
  expect(entries.map(({ type }) => type).sort()).toEqual([
    'assessment-begun',
    'assessment-completed',
    'child-recorded',
    'file-spoke-of-child',
    'referral-decided',
    'referral-received',
  ]);
});

test('a decision that nothing follows lies between the referral and the closure, and after no day when the days are the wrong way round', () => {
  const closed = (on: string) =>
    decided(
      census(
        child(
          `<CINdetails><CINreferralDate>2025-06-02</CINreferralDate><CINclosureDate>${on}</CINclosureDate><ReferralNFA>1</ReferralNFA></CINdetails>`,
        ),
      ),
    );
  expect(closed('2025-06-05').of('referral-decided')[0]?.happened).toMatchObject({
    earliest: '2025-06-02',
    latest: '2025-06-05',
  });
  expect(closed('2025-05-05').of('referral-decided')[0]?.happened).toMatchObject({
    earliest: '2025-06-02',
    latest: null,
  });
});

test('the first assessment is because of the referral, a later one because of something new', () => {
  const { data } = decided(
    census(
      child(episode('2025-06-02', assessment('2025-11-03', '2025-12-01') + assessment('2025-06-03', '2025-07-01'))),
    ),
  );
  expect(data('assessment-begun').map(({ because }) => because)).toEqual(['referral', 'new-information']);
});

test('an assessment long after a referral of an earlier year need not be the first: it answers no referral', () => {
  const { data } = decided(census(child(episode('2023-05-01', assessment('2025-06-02', '2025-07-01')))));
  expect(data('assessment-begun')[0]).toMatchObject({
    because: { notSaid: 'not in source' },
    episode: expect.any(String),
  });
  expect(data('assessment-completed')[0]).toMatchObject({ episode: null });
  const close = decided(census(child(episode('2025-03-28', assessment('2025-03-31', '2025-07-01')))));
  expect(close.data('assessment-begun')[0]).toMatchObject({ because: 'referral' });
  expect(close.data('assessment-completed')[0]).toMatchObject({ episode: expect.any(String) });
});

test('an assessment of before the window, which the file shows all the same, answers its referral', () => {
  const { data } = decided(census(child(episode('2013-01-14', assessment('2013-01-21', '2013-02-05')))));
  expect(data('assessment-begun')[0]).toMatchObject({ because: 'referral' });
  expect(data('assessment-completed')[0]).toMatchObject({ episode: expect.any(String) });
});

test('an enquiry begins at the strategy discussion of its day; a conference held on the episode too is one conference', () => {
  const enquiry =
    '<Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate><InitialCPCtarget>2025-06-23</InitialCPCtarget><DateOfInitialCPC>2025-06-17</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>';
  const { of, data, batch } = decided(
    census(child(episode('2025-06-02', `<DateOfInitialCPC>2025-06-17</DateOfInitialCPC>${enquiry}`))),
  );
  expect(data('section-47-begun')).toMatchObject([{ strategyDiscussionSameDay: true }]);
  expect(of('initial-conference-held')).toHaveLength(1);
  expect(of('initial-conference-held')[0]?.about).toBe(of('section-47-begun')[0]?.about);
  expect(batch.findings.map(({ code }) => code)).toContain('2884');
});

test('every review of a plan stands on the plan’s thread', () => {
  const plan =
    '<ChildProtectionPlans><CPPstartDate>2025-04-10</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-07-01</CPPreviewDate><CPPreviewDate>2025-12-01</CPPreviewDate></Reviews></ChildProtectionPlans>';
  const { of, data } = decided(census(child(episode('2025-04-02', '', `<ReferralNFA>0</ReferralNFA>${plan}`))));
  expect(of('review-conference-held').map(({ happened }) => happened.earliest)).toEqual(['2025-07-01', '2025-12-01']);
  expect(new Set(of('review-conference-held').map(({ about }) => about))).toEqual(
    new Set([of('protection-plan-agreed')[0]?.about]),
  );
  expect(data('protection-plan-category-changed')).toMatchObject([{ category: 'emotional' }]);
});

test('a faulty group is set aside and what stands inside it is kept when it can be placed; the child’s book says so', () => {
  const { data, of, batch } = decided(
    census(
      child(
        episode('2025-06-02', `<ReasonForClosure>RC99</ReasonForClosure>${assessment('2025-06-03', '2025-07-01')}`),
      ),
    ),
  );
  expect(of('referral-received')).toEqual([]);
  expect(of('assessment-completed')).toHaveLength(1);
  expect(data('file-spoke-of-child')).toEqual([
    {
      setAside: [{ table: 'CINdetails', reason: 'ReasonForClosure “RC99” is not a code of any year’s census.' }],
      without: [],
    },
  ]);
  expect(batch.rows).toMatchObject({ read: 3, loaded: 2, setAside: 1 });
});

test('a child without an id is counted and set aside with all its rows', () => {
  const { batch } = decided(census(child(episode('2025-06-02', ''), '') + child(episode('2025-06-02', ''))));
  expect(batch.children).toEqual({ read: 2, loaded: 1, unchanged: 0, setAside: 1 });
  expect(batch.rows).toEqual({ read: 4, loaded: 2, unchanged: 0, setAside: 2 });
});

test('an id that two children of one file share: the same child once more adds what is new, another child has a book of its own', () => {
  const again = child(episode('2025-06-02', '') + episode('2025-09-01', ''));
  const same = decided(census(child(episode('2025-06-02', '')) + again));
  expect(new Set(same.entries.map(({ book }) => book)).size).toBe(1);
  expect(same.of('referral-received')).toHaveLength(2);
  const other = census(child(episode('2025-06-02', '')) + again.replace('2015-01-02', '2009-09-09'));
  expect(new Set(decided(other).entries.map(({ book }) => book)).size).toBe(2);
});

test('two groups of one day are told apart whatever their order in the file, and one given twice is loaded once', () => {
  const [one, two] = [assessment('2025-06-03', '2025-07-01'), assessment('2025-06-03', '2025-08-01')];
  const idsOf = (inside: string) =>
    decided(census(child(episode('2025-06-02', inside))))
      .of('assessment-completed')
      .map(({ id, happened }) => `${id} ${happened.earliest}`)
      .sort();
  expect(idsOf(one + two)).toEqual(idsOf(two + one));
  expect(idsOf(one + two)).toHaveLength(2);
  const twice = decided(census(child(episode('2025-06-02', one + one))));
  expect(twice.of('assessment-completed')).toHaveLength(1);
  expect(twice.batch.rows).toMatchObject({ read: 4, loaded: 3, unchanged: 1 });
});
