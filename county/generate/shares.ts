import type { Chance } from '../census/chance.ts';

/** One of several, each as often as its share of a hundred says; the first where the shares leave something over. */
export function pickShare<Item>(chance: Chance, shares: readonly (readonly [Item, number])[]): Item {
  let left = chance.next() * 100;
  for (const [item, share] of shares) {
    left -= share;
    if (left < 0) return item;
  }
  return (shares[0] as readonly [Item, number])[0];
}
