import type { Chance } from '../census/chance.ts';
import { ORIGINS, type Origin } from './origins.ts';
import { pickShare } from './shares.ts';

export type FamilyName = { readonly origin: Origin; readonly family: string };

export function inventFamilyName(chance: Chance): FamilyName {
  const origin = pickShare(
    chance,
    ORIGINS.map((each) => [each, each.share] as const),
  );
  return { origin, family: chance.pick(origin.families) };
}

export type Sex = 'female' | 'male';

/** A child's full name; siblings share a family name where their people have one, and no given name twice. */
export function nameChild(chance: Chance, { origin, family }: FamilyName, sex: Sex, taken: Set<string>): string {
  const given = sex === 'female' ? origin.girls : origin.boys;
  const free = given.filter((each) => !taken.has(each));
  const first = free.length > 0 ? chance.pick(free) : `${chance.pick(given)} ${chance.pick(given)}`;
  taken.add(first);
  switch (origin.named) {
    case 'family-given':
      return `${family} ${first}`;
    case 'patronymic':
      return `${first} ${chance.pick(origin.men)} ${family}`;
    case 'single':
      return first;
    default:
      return `${first} ${family}`;
  }
}

export function nameAdult(chance: Chance, { origin, family }: FamilyName, sex: Sex): string {
  const given = chance.pick(sex === 'female' ? origin.women : origin.men);
  if (origin.named === 'single') return given;
  return origin.named === 'family-given' ? `${family} ${given}` : `${given} ${family}`;
}
