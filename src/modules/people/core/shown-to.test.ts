import { expect, test } from 'vitest';
import { Protected } from '../../../kernel/protected.ts';
import { RELATIONS } from '../../access/core/relation.ts';
import { shownTo } from './shown-to.ts';

const line = Protected.of('14 Saltpan Lane');

test('a protected value is shown to her worker, his manager, who stands in, and who is named; to nobody else', () => {
  const seeing = RELATIONS.filter((relation) => shownTo(relation, line, true).is === 'shown');
  expect(seeing).toEqual(['allocated', 'manager', 'cover', 'named']);
  for (const relation of [undefined, '', 'director'] as const)
    expect(shownTo(relation, line, true)).toEqual({ is: 'withheld' });
});

test('what is not protected is shown to whoever opened the record, and says when it must not be passed on', () => {
  expect(shownTo('reason', line, false)).toEqual({ is: 'shown', text: '14 Saltpan Lane', guarded: false });
  expect(shownTo('allocated', line, true)).toEqual({ is: 'shown', text: '14 Saltpan Lane', guarded: true });
});

test('whether there is a value at all is not told of what is withheld', () => {
  expect(shownTo('team', null, true)).toEqual(shownTo('team', line, true));
  expect(shownTo('team', null, false)).toEqual({ is: 'not-known' });
});
