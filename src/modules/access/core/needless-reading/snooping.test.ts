import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import { instant } from '../../../../kernel/instant.ts';
import type { Relation } from '../relation.ts';
import { alertsAbout } from './snooping.ts';
import { type Finding, findingInWords, SNOOPING_KINDS, type SnoopingKind } from './snooping-kinds.ts';
import type { Known, Period, Reader, Surroundings, View } from './snooping-known.ts';

const at = (text: string) => instant(text) ?? (() => expect.fail(`${text} is no moment`))();
const child = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const [ada, ben, cleo] = [child(1), child(2), child(3)];
const reader: Reader = {
  id: child(900),
  surnames: ['quill'],
  postcode: 'AB1 2CD',
  address: 'AB1 2CD, 3',
  interests: [],
};
const period: Period = { from: at('2026-03-01T00:00:00Z'), until: at('2026-04-01T00:00:00Z') };
const nothing: Surroundings = { surnames: [], postcodes: [], addresses: [], family: [] };

type Around = Partial<Known> & { readonly around?: ReadonlyMap<Id, Partial<Surroundings>> };
const known = ({ around = new Map(), ...more }: Around = {}): Known => ({
  children: 5_000,
  bearing: () => 2,
  of: (each) => ({ ...nothing, ...around.get(each) }),
  wrote: () => false,
  isAnswered: () => false,
  ...more,
});

let line = 0;
/** A view on a day of March 2026, `09 10:30`, or of any month: `2026-01-09 10:30`. */
function view(when: string, relation: Relation | null = 'reason', of: Id = ada): View {
  line += 1;
  const [day = '', time = ''] = when.split(' ');
  return {
    line,
    child: of,
    at: at(`${day.length > 2 ? day : `2026-03-${day}`}T${time}:00Z`),
    event: 'child.opened',
    relation,
  };
}
const said = (views: readonly View[], around: Around = {}, who: Partial<Reader> = {}) =>
  alertsAbout({ ...reader, ...who }, views, known(around), period);
const kindsOf = (...asked: Parameters<typeof said>): SnoopingKind[][] =>
  said(...asked).map(({ findings }) => findings.map(({ kind }) => kind));
const findingOf = (kind: SnoopingKind, ...asked: Parameters<typeof said>): Finding | undefined =>
  said(...asked)[0]?.findings.find((each) => each.kind === kind);

/** Four days in the office by own choice: an alert without any tie. Enough to see what else is said, or that work explains it. */
const fourDays = (relation: Relation | null = 'reason', of: Id = ada): View[] => [
  view('02 10:00', relation, of),
  view('04 10:00', relation, of),
  view('10 10:00', relation, of),
  view('18 10:00', relation, of),
];

describe('what explains', () => {
  test('four days by own choice are asked about; two are not', () => {
    expect(kindsOf(fourDays())).toEqual([['returned', 'without-work']]);
    expect(kindsOf(fourDays().slice(0, 2))).toEqual([]);
  });

  test('a night is one day, on either side of midnight; two nights of one date are two', () => {
    const days = (...views: string[]) =>
      findingOf('out-of-hours', [...fourDays(), ...views.map((each) => view(each))])?.counts.days;
    expect(days('10 23:50', '11 00:20', '11 06:10')).toBe(1);
    expect(days('11 00:20', '11 22:10')).toBe(2);
    expect(days('10 23:50', '11 06:29', '11 06:31', '11 21:00')).toBe(2);
  });

  test.each(['allocated', 'manager', 'cover', 'legal', 'named', 'sample'] as const)('the relation %s', (relation) => {
    expect(kindsOf(fourDays(relation))).toEqual([]);
  });

  test('what was written about the child, or about a brother or sister', () => {
    expect(kindsOf(fourDays(), { wrote: (each) => each === ada })).toEqual([]);
    const around = new Map([[ada, { family: [ben] }]]);
    expect(kindsOf(fourDays(), { wrote: (each) => each === ben, around })).toEqual([]);
    expect(kindsOf(fourDays(), { wrote: (each) => each === ben })).toHaveLength(1);
  });

  test('a child who comes to the reader within two weeks, or left them less than a week ago', () => {
    expect(kindsOf([...fourDays(), view('16 09:00', 'allocated')])).toEqual([]);
    expect(kindsOf([view('2026-02-27 09:00', 'allocated'), ...fourDays()])).toHaveLength(0);
    expect(kindsOf([view('2026-01-27 09:00', 'allocated'), ...fourDays()])).toHaveLength(1);
  });

  test('what a reviewer has looked at, and nothing that came after it', () => {
    const views = fourDays();
    expect(kindsOf(views, { isAnswered: () => true })).toEqual([]);
    expect(kindsOf(views, { isAnswered: (each) => each.at < at('2026-03-10T00:00:00Z') })).toEqual([]);
    expect(kindsOf(views, { isAnswered: (each) => each.child === ben })).toHaveLength(1);
  });

  test('views before the period, and after it', () => {
    const before = fourDays().map((each) => ({ ...each, at: at(each.at.replace('-03-', '-01-')) }));
    expect(kindsOf(before)).toEqual([]);
    expect(kindsOf([view('2026-04-01 10:00'), view('2026-04-02 10:00'), ...fourDays().slice(0, 2)])).toEqual([]);
  });
});

describe('ties', () => {
  test('own family: a declared child or a brother or sister of one, whatever the relation', () => {
    const once = [view('04 10:00', 'allocated')];
    expect(kindsOf(once, {}, { interests: [ada] })).toEqual([['own-family']]);
    expect(kindsOf(once, { around: new Map([[ada, { family: [ben] }]]) }, { interests: [ben] })).toEqual([
      ['own-family'],
    ]);
    expect(kindsOf(once, {}, { interests: [ben] })).toEqual([]);
  });

  test('own address: once is enough, also for who works there; another house of the street is not', () => {
    const lives = (address: string) => ({ around: new Map([[ada, { addresses: [address] }]]) });
    expect(kindsOf([view('04 10:00', 'allocated')], lives('AB1 2CD, 3'))).toEqual([['same-address']]);
    expect(kindsOf([view('04 10:00', 'allocated')], lives('AB1 2CD, 4'))).toEqual([]);
    expect(kindsOf([view('04 10:00')], lives('AB1 2CD, 3'), { address: null })).toEqual([]);
  });

  test('own postcode: for what no work explains, and never twice with the address', () => {
    const around = new Map([[ada, { postcodes: ['AB1 2CD'], addresses: ['AB1 2CD, 4'] }]]);
    expect(kindsOf([view('04 10:00')], { around })).toEqual([['same-postcode', 'without-work']]);
    expect(kindsOf([view('04 10:00', 'allocated')], { around })).toEqual([]);
    const home = new Map([[ada, { postcodes: ['AB1 2CD'], addresses: ['AB1 2CD, 3'] }]]);
    expect(kindsOf([view('04 10:00')], { around: home })).toEqual([['same-address', 'without-work']]);
  });

  test('a surname by its rarity in the record', () => {
    const around = new Map([[ada, { surnames: ['quill', 'smith'] }]]);
    const of = (bearing: number) => findingOf('same-surname', [view('04 10:00')], { around, bearing: () => bearing });
    expect(of(2)).toMatchObject({ points: 3.5, counts: { bearing: 2, children: 5_000 } });
    expect(of(60)).toBeUndefined();
    expect(kindsOf([view('04 10:00')], { around }, { surnames: ['brandt'] })).toEqual([]);
    expect(kindsOf([view('04 10:00', 'allocated')], { around })).toEqual([]);
    const rarest = findingOf('same-surname', [view('04 10:00')], {
      around,
      bearing: (name) => (name === 'quill' ? 3 : 900),
    });
    expect(rarest?.counts).toEqual({ bearing: 3, children: 5_000 });
    const both = findingOf(
      'same-surname',
      [view('04 10:00')],
      { around, bearing: (name) => (name === 'quill' ? 3 : 900) },
      { surnames: ['smith', 'quill'] },
    );
    expect(both?.counts).toEqual({ bearing: 3, children: 5_000 });
  });
});

describe('the way of reading', () => {
  test('returns: days by own choice weigh more than days near one’s work', () => {
    expect(findingOf('returned', fourDays())).toMatchObject({ points: 3, counts: { days: 4 } });
    expect(kindsOf(fourDays('team'))).toEqual([]);
    const nine = ['02', '03', '04', '05', '06', '09', '10', '11', '12'].map((day) => view(`${day} 10:00`, 'team'));
    expect(kindsOf(nine)).toEqual([]);
    const late = ['02', '03', '04', '05', '06', '09', '10', '11', '12'].map((day) => view(`${day} 22:00`, 'team'));
    expect(kindsOf(late)).toEqual([['returned', 'out-of-hours', 'without-work']]);
    // The same day again is no return.
    expect(kindsOf(['10:00', '11:00', '12:00', '13:00', '14:00'].map((time) => view(`04 ${time}`)))).toEqual([]);
  });

  test('out of hours: by English clocks, at weekends, and not for whoever always reads late', () => {
    const late = [view('03 21:10'), view('05 22:00'), view('14 11:00')];
    expect(findingOf('out-of-hours', late)).toMatchObject({ points: 3, counts: { days: 3, elsewhere: 0, others: 0 } });
    // Half past eight in UTC is half past nine at night once the clocks went forward.
    expect(findingOf('out-of-hours', [...fourDays(), view('30 20:30')])?.counts).toMatchObject({ days: 1 });
    expect(findingOf('out-of-hours', [...fourDays(), view('27 20:30')])).toBeUndefined();
    const always = [view('04 22:00', 'allocated', ben), view('05 10:00', 'allocated', ben)];
    expect(kindsOf([...late, ...always])).toEqual([]);
    const seldom = ['09', '10', '11', '12', '13', '16', '17', '18', '19'].map((day) =>
      view(`${day} 10:00`, 'allocated', ben),
    );
    expect(findingOf('out-of-hours', [...late, ...always, ...seldom])?.counts).toEqual({
      days: 3,
      elsewhere: 1,
      others: 11,
    });
  });

  test('a former child: own or the team’s before, by own choice now', () => {
    const three = [view('02 22:00'), view('10 10:00'), view('18 10:00')];
    const earlier = (relation: Relation | null) => [view('2026-01-05 10:00', relation), ...three];
    expect(findingOf('formerly-theirs', earlier('allocated'))).toMatchObject({ points: 1, counts: { days: 56 } });
    expect(findingOf('formerly-theirs', earlier('team'))?.lines).toHaveLength(2);
    expect(findingOf('formerly-theirs', [view('2026-01-05 10:00', 'allocated', ben), ...three])).toBeUndefined();
    expect(findingOf('formerly-theirs', earlier('reason'))).toBeUndefined();
  });

  test('a whole family by own choice: one alert for it; strangers are no family', () => {
    const around = new Map([
      [ada, { family: [ben, cleo] }],
      [ben, { family: [ada, cleo] }],
      [cleo, { family: [ada, ben] }],
    ]);
    const views = [ada, ben, cleo].flatMap((each) => [
      view('02 10:00', 'reason', each),
      view('10 10:00', 'reason', each),
    ]);
    expect(findingOf('household', views, { around })).toMatchObject({ points: 2, counts: { opened: 3, family: 3 } });
    expect(said(views, { around })).toHaveLength(1);
    expect(said(views)).toEqual([]);
    const near = views.map((each) => ({ ...each, relation: 'team' as const }));
    expect(said(near, { around })).toEqual([]);
  });

  test('many within an hour, unlike any other day of this reader', () => {
    const hour = (day: string, count: number) =>
      Array.from({ length: count }, (_, each) =>
        view(`${day} 10:${String(each * 5).padStart(2, '0')}`, 'reason', child(each + 10)),
      );
    const burst = findingOf('many-at-once', hour('04', 9));
    expect(burst).toMatchObject({ points: 3, counts: { children: 9, usual: 0 } });
    expect(burst?.lines).toHaveLength(9);
    expect(said(hour('04', 9))).toHaveLength(1);
    expect(said(hour('04', 7))).toEqual([]);
    const usual = Array.from({ length: 4 }, (_, each) => view(`05 10:0${each}`, 'reason', child(each + 50)));
    expect(said([...hour('04', 9), ...usual])).toEqual([]);
    const wrote = new Set(Array.from({ length: 9 }, (_, each) => child(each + 10)).slice(0, 2));
    expect(said(hour('04', 9), { wrote: (each) => wrote.has(each) })).toEqual([]);
  });
});

test('every kind has words, and they hold numbers and nothing else of the record', () => {
  const counts = {
    views: 1,
    reason: 0,
    days: 2,
    elsewhere: 1,
    others: 3,
    opened: 2,
    family: 4,
    children: 8,
    usual: 1,
    bearing: 1,
  };
  for (const kind of SNOOPING_KINDS) {
    const words = findingInWords({ kind, counts });
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toMatch(/undefined|NaN|quill|AB1/);
  }
});
