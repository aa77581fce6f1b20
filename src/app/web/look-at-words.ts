import { textsNamingProtected } from '../../modules/protected-words.ts';
import type { WebOptions } from '../../platform/http/web-options.ts';
import { LookAtWordsView, STANDS } from './look-at-words.view.tsx';

/** Fewer letters give nothing away. */
const FEWEST_LETTERS = 5;

/**
 * Asks whoever writes about a child to look at their words again where these give a protected address or number of anybody, until
 * the words are changed or it is confirmed that they must stand. Nothing that was typed is lost.
 */
export const lookAtWords: NonNullable<WebOptions['lookAtWords']> = async ({
  db,
  identity,
  house,
  csrf,
  url,
  typed,
  meantForPlaces,
}) => {
  if (typed[STANDS] === 'yes') return undefined;
  const boxes = Object.entries(typed).flatMap(([name, value]) =>
    typeof value === 'string' && value.length >= FEWEST_LETTERS && !meantForPlaces.includes(name) && name !== '_csrf'
      ? [{ name, value }]
      : [],
  );
  if (boxes.length === 0) return undefined;
  const named = await db.as(identity, (tx) =>
    textsNamingProtected(
      tx,
      boxes.map(({ value }) => value),
    ),
  );
  if (named.size === 0) return undefined;
  return LookAtWordsView({
    house,
    csrf,
    url,
    typed,
    boxes: boxes.filter((_, place) => named.has(place)).map(({ name }) => name),
  });
};
