import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { ReadEntry } from '../../../../record/as-of.ts';
import { happenedOn } from '../../../../record/entry.ts';
import { type Audience, audiencesOf, type Reader } from './audience.ts';
import { audienceSet } from './audience-set.entry.ts';
import { redact } from './redact.ts';

const idOf = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const BOOK = idOf(1);
const [WORKER, OTHER] = [idOf(91), idOf(92)];
/** Letters that no id, day or field of these entries has. */
const SECRET = 'жѢѪѮ';

let seq = 0;
function entryOf(id: number, data: unknown, more: Partial<ReadEntry> = {}): ReadEntry {
  seq += 1;
  return {
    ...{ id: idOf(id), book: BOOK, about: BOOK, act: idOf(500), type: 'child-visited', version: 1, seq },
    ...{
      happened: happenedOn('2026-03-01' as never),
      recordedAt: `2026-03-02T09:00:00.${String(seq).padStart(3, '0')}Z` as Instant,
    },
    ...{ recordedBy: WORKER, onBehalfOf: null, source: { kind: 'here' as const }, corrects: null, reason: null },
    correctedBy: null,
    data,
    ...more,
  };
}

const setOn = (entry: number, path: string, audience: Audience, id = 700 + seq) => {
  const data = { entry: idOf(entry), path, audience, because: 'He must not learn of it.' };
  return entryOf(id, data, { type: audienceSet.is.type }) as ReadEntry<typeof data>;
};

const reader = (person: Id, ...relations: string[]): Reader => ({
  person,
  isHouse: false,
  relations: new Map([[BOOK, relations]]),
});
const nobody = reader(OTHER, 'team');
const seen = (entries: readonly ReadEntry[], who: Reader = nobody) => {
  const sets = entries.filter(({ type }) => type === audienceSet.is.type);
  return redact(entries, audiencesOf(sets as ReadEntry<never>[], entries), who);
};
const dataOf = (entries: readonly ReadEntry[], id: number): unknown =>
  entries.find((each) => each.id === idOf(id))?.data;

describe('who reads a paragraph', () => {
  const entry = () => entryOf(10, { account: SECRET, place: 'the office' });
  const cases: readonly [string, Audience, Reader, boolean][] = [
    ['everyone', 'everyone', nobody, true],
    ['the child’s worker sees protected places', 'protected-readers', reader(WORKER, 'allocated'), true],
    ['who is named, whatever else they are', 'protected-readers', reader(WORKER, 'team', 'named'), true],
    ['the team does not', 'protected-readers', nobody, false],
    ['nor does who has no relation', 'protected-readers', { ...nobody, relations: new Map() }, false],
    ['a relation on the list', ['legal', 'team'], nobody, true],
    ['a person on the list', [OTHER], { ...nobody, relations: new Map() }, true],
    ['neither on the list', ['legal', WORKER], nobody, false],
    ['a relation to another child', ['team'], { ...nobody, relations: new Map([[idOf(2), ['team']]]) }, false],
    ['the house’s own hands', [WORKER], { ...nobody, isHouse: true }, true],
  ];
  test.each(cases)('%s', (_, audience, who, reads) => {
    const [shown] = seen([entry(), setOn(10, 'account', audience)], who);
    expect(shown?.data).toEqual({ account: reads ? SECRET : { notSaid: 'withheld' }, place: 'the office' });
  });

  test('the last one decides, on that path alone', () => {
    const opened = [
      entry(),
      setOn(10, 'account', [WORKER]),
      setOn(10, 'account', 'everyone'),
      setOn(10, 'place', [WORKER]),
    ];
    expect(dataOf(seen(opened), 10)).toEqual({ account: SECRET, place: { notSaid: 'withheld' } });
    const closed = [entry(), setOn(10, 'account', 'everyone'), setOn(10, 'account', [WORKER])];
    expect(dataOf(seen(closed), 10)).toMatchObject({ account: { notSaid: 'withheld' } });
  });
});

describe('corrections', () => {
  const first = () =>
    entryOf(10, { account: 'one', children: [{ views: SECRET }, { views: 'b' }] }, { correctedBy: idOf(11) });
  const second = (data: unknown) => entryOf(11, data, { corrects: idOf(10), reason: `He did not say ${SECRET}` });

  test('a later version inherits, and an earlier one does', () => {
    const withheld = { account: { notSaid: 'withheld' } };
    for (const at of [10, 11]) {
      const shown = seen([first(), second({ account: 'two' }), setOn(at, 'account', [WORKER])]);
      expect([dataOf(shown, 10), dataOf(shown, 11)]).toMatchObject([withheld, withheld]);
      expect(shown.find(({ id }) => id === idOf(11))?.reason).toBe('Withheld from you');
    }
  });

  test('opened again on a later version, every version is open', () => {
    const shown = seen([
      first(),
      second({ account: 'two' }),
      setOn(10, 'account', [WORKER]),
      setOn(11, 'account', 'everyone'),
    ]);
    expect([dataOf(shown, 10), dataOf(shown, 11)]).toMatchObject([{ account: 'one' }, { account: 'two' }]);
  });

  test('in a list that was put in another order every place is withheld', () => {
    const shown = seen([
      first(),
      second({ account: 'two', children: [{ views: 'b' }, { views: SECRET }] }),
      setOn(10, 'children.0.views', [WORKER]),
    ]);
    expect(dataOf(shown, 10)).toMatchObject({ children: [{ views: { notSaid: 'withheld' } }, { views: 'b' }] });
    expect(JSON.stringify(dataOf(shown, 11))).not.toContain('views":"');
  });

  test('where the path leads nowhere nothing written is shown', () => {
    const day = '2026-03-01';
    const shown = seen([first(), second({ told: { by: SECRET, on: day } }), setOn(10, 'account', [WORKER])]);
    expect(dataOf(shown, 11)).toEqual({ told: { by: { notSaid: 'withheld' }, on: day } });
  });

  test('a correction that is not known yet on the day looked at carries the audience all the same', () => {
    const then = [first()];
    const set = setOn(11, 'account', [WORKER]);
    const now = audiencesOf([set as ReadEntry<never>], [first(), second({ account: 'two' })]);
    expect(redact(then, now, nobody)[0]?.data).toMatchObject({ account: { notSaid: 'withheld' } });
  });
});

test('why the audience was set is kept from whom it keeps out', () => {
  const entries = [entryOf(10, { account: SECRET }), setOn(10, 'account', [WORKER], 700)];
  expect(dataOf(seen(entries), 700)).toMatchObject({ because: { notSaid: 'withheld' } });
  expect(dataOf(seen(entries, reader(WORKER)), 700)).toMatchObject({ because: 'He must not learn of it.' });
});

describe('whatever is written', () => {
  const secret = fc
    .array(fc.constantFrom(...SECRET), { minLength: 1, maxLength: 30 })
    .map((letters) => letters.join(''));
  const plain = fc.constantFrom('an account', 'seen', '', null, true, 3, { notSaid: 'not known' });
  const paths = ['words', 'account', 'children.0.views', 'list.1'] as const;
  const shape = (leaf: fc.Arbitrary<unknown>) =>
    fc.record({
      words: leaf,
      account: leaf,
      children: fc.tuple(
        fc.record({ views: leaf, age: fc.constant('three') }),
        fc.record({ views: leaf, age: fc.constant('three') }),
      ),
      list: fc.tuple(leaf, leaf),
    });
  const audience = fc.constantFrom<Audience>('protected-readers', [WORKER], ['legal']);

  test('no letter of what is withheld reaches a reader outside; what they see is the same when it changes', () => {
    fc.assert(
      fc.property(
        shape(secret),
        shape(secret),
        fc.shuffledSubarray([...paths], { minLength: 4 }),
        audience,
        (one, other, order, to) => {
          const shown = [one, other].map((data) => {
            seq = 0;
            const first = entryOf(10, data, { correctedBy: idOf(11) });
            const second = entryOf(11, data, { corrects: idOf(10), reason: JSON.stringify(data) });
            const everywhere = ['children.1.views', 'list.0', ...order];
            return JSON.stringify(seen([first, second, ...everywhere.map((path) => setOn(10, path, to))]));
          });
          expect(shown[0]).not.toMatch(new RegExp(`[${SECRET}]`));
          expect(shown[1]).toBe(shown[0]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('redacting twice is redacting once, and more entries about other things show nothing more', () => {
    const sets = fc.array(fc.tuple(fc.constantFrom(10, 11), fc.constantFrom(...paths), audience), { maxLength: 6 });
    fc.assert(
      fc.property(shape(secret), sets, shape(plain), (data, some, unrelated) => {
        seq = 0;
        const known = [
          entryOf(10, data),
          entryOf(11, data, { corrects: idOf(10), reason: 'a reason' }),
          ...some.map(([entry, path, to]) => setOn(entry, path, to)),
        ];
        const audiences = audiencesOf(known.filter(({ type }) => type === 'audience-set') as ReadEntry<never>[], known);
        const once = redact(known, audiences, nobody);
        expect(redact(once, audiences, nobody)).toEqual(once);
        const more = [
          ...known,
          entryOf(20, unrelated),
          entryOf(21, unrelated, { corrects: idOf(20) }),
          setOn(20, 'words', 'everyone'),
        ];
        expect(seen(more).slice(0, known.length)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});
