import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const stylesheet = readFileSync('src/ui/sightline.css', 'utf8');
const colour = (name: string): string =>
  new RegExp(`--sl-${name}: (#[0-9a-f]{6})`).exec(stylesheet)?.[1] ?? (name === 'white' ? '#ffffff' : '');

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(colour(one)), luminance(colour(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

test.each([
  ['ink', 'white', 15],
  ['second', 'white', 7],
  ['second', 'wash', 7],
  ['council', 'white', 7],
  ['link', 'white', 4.5],
  ['white', 'action', 4.5],
  ['white', 'cover', 4.5],
  ['gap-ink', 'white', 7],
  ['gap-ink', 'gap-wash', 7],
  ['unknown', 'white', 4.5],
  ['unknown', 'unknown-wash', 4.5],
  ['second', 'counted', 4.5],
  ['not-counted', 'white', 4.5],
  ['visited', 'white', 4.5],
  ['ink', 'focus', 7],
  ['white', 'not-assessed', 4.5],
  ['white', 'no-worker', 7],
  ['ink', 'not-seen', 4.5],
  ['ink', 'no-plan', 4.5],
  ['ink', 'cannot-tell', 4.5],
])('words in %s on %s have a contrast of at least %f to 1', (ink, ground, least) => {
  expect(contrast(ink, ground)).toBeGreaterThanOrEqual(least);
});

test.each(['cover', 'gap', 'unknown', 'mark'])('the rails and bars in %s stand out from the page by 3 to 1', (ink) => {
  expect(contrast(ink, 'white')).toBeGreaterThanOrEqual(3);
});

test('gaps of the county image are ordered by lightness, worst darkest, so that they stay so in grey', () => {
  const ramp = ['no-worker', 'not-assessed', 'not-seen', 'no-plan', 'nothing-late'].map((name) =>
    luminance(colour(name)),
  );
  expect(ramp).toEqual([...ramp].sort((a, b) => a - b));
});

test('colours are named once, at the top', () => {
  const rules = stylesheet.slice(stylesheet.indexOf('/* 2 ──'));
  const others = [...rules.matchAll(/#[0-9a-f]{3,6}\b/g)].map(([hex]) => hex).filter((hex) => hex !== '#fff');
  expect([...new Set(others)].sort()).toEqual([]);
});
