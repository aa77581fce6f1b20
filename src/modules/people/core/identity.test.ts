import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { contradicts, identitiesOf, type Likeness, whoseBook } from './identity.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'] as Id[] as [Id, Id, Id, Id];
const day = (text: string) => text as LocalDate;
const girl: Likeness = { bornOn: day('2018-02-14'), sex: 'female' };

describe('identity', () => {
  test('a book alone is its own', () => {
    expect(identitiesOf([a, b], [])).toEqual(
      new Map([
        [a, a],
        [b, b],
      ]),
    );
  });

  test('links carry through other books, and parting one gives back what stood before', () => {
    const three = [
      { book: b, with: a },
      { book: c, with: b },
    ];
    expect([...identitiesOf([a, b, c, d], three).values()]).toEqual([a, a, a, d]);
    expect([...identitiesOf([a, b, c, d], three.slice(0, 1)).values()]).toEqual([a, a, c, d]);
  });

  test('in whatever order links are read, and adding then leaving out a link changes nothing', () => {
    const book = fc.constantFrom(a, b, c, d);
    const links = fc.array(fc.record({ book, with: book }), { maxLength: 6 });
    fc.assert(
      fc.property(links, (all) => {
        expect(identitiesOf([a, b, c, d], [...all].reverse())).toEqual(identitiesOf([a, b, c, d], all));
        for (const [one, identity] of identitiesOf([a, b, c, d], all)) expect(identity <= one).toBe(true);
      }),
    );
  });
});

describe('whose book a row belongs in', () => {
  const known = (book: Id, likeness: Likeness, identity = book) => ({ ...likeness, book, identity });

  test('an unknown council id is a new child', () => {
    expect(whoseBook(girl, [])).toEqual({ is: 'new' });
  });

  test('a known one joins where nothing contradicts; a missing value contradicts nothing', () => {
    expect(whoseBook(girl, [known(a, girl)])).toEqual({ is: 'known', book: a });
    expect(whoseBook({ bornOn: null, sex: null }, [known(a, girl)])).toEqual({ is: 'known', book: a });
    expect(whoseBook(girl, [known(a, { bornOn: null, sex: 'not known' })])).toEqual({ is: 'known', book: a });
  });

  test.each([
    ['another birth date', { ...girl, bornOn: day('2018-02-15') }],
    ['another sex', { ...girl, sex: 'male' as const }],
  ])('%s leaves the identity in doubt', (_, row) => {
    expect(whoseBook(row, [known(a, girl)])).toEqual({ is: 'in-doubt', with: [a] });
    expect(contradicts(row, girl)).toBe(true);
  });

  test('never by guess between two children, and never into one of whom another book contradicts it', () => {
    const vague = { bornOn: null, sex: null };
    expect(whoseBook(girl, [known(a, vague), known(b, vague)])).toEqual({ is: 'in-doubt', with: [a, b] });
    expect(whoseBook(girl, [known(a, vague, a), known(b, { ...girl, sex: 'male' }, a)]).is).toBe('in-doubt');
    expect(whoseBook(girl, [known(a, vague, a), known(b, vague, a)])).toEqual({ is: 'known', book: a });
  });

  test('of books that a person joined although they contradict each other, the one that says the same goes on', () => {
    const joined = [known(a, { ...girl, sex: 'male' }, a), known(b, girl, a)];
    expect(whoseBook(girl, joined)).toEqual({ is: 'known', book: b });
    expect(whoseBook({ ...girl, sex: null }, joined)).toEqual({ is: 'known', book: a });
    expect(whoseBook({ ...girl, bornOn: day('2019-01-01') }, joined)).toEqual({ is: 'in-doubt', with: [a, b] });
  });

  test('one that fits beside one that does not is that one', () => {
    expect(whoseBook(girl, [known(a, { ...girl, sex: 'male' }), known(b, girl)])).toEqual({ is: 'known', book: b });
  });
});
