import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { imageShape } from '../../core/image-panels.ts';
import { SHADES, WEEKS_SHOWN } from '../../core/weeks-of-child.ts';
import { asAddress, panelPng, RAMP } from './county-picture.ts';

const lines = Array.from({ length: 5500 }, (_, line) => ({
  weeks: Uint8Array.from({ length: WEEKS_SHOWN }, (_each, week) => (line * 31 + week * 7) % SHADES.length),
}));

test('each pixel of a panel is the week of the line that stands there', () => {
  const panel = imageShape(lines.length).panels[2];
  if (!panel) throw new Error('no third panel');
  const png = decode(panelPng(lines, panel));
  expect([png.width, png.height, png.depth, png.palette?.length]).toEqual([156, 917, 4, 7]);
  const pixel = (x: number, y: number) => ((png.data[y * 78 + Math.floor(x / 2)] ?? 0) >> (x % 2 === 0 ? 4 : 0)) & 15;
  for (const [x, y] of [
    [0, 0],
    [155, 0],
    [17, 500],
    [80, 916],
  ] as const)
    expect(pixel(x, y)).toBe(lines[panel.from + y]?.weeks[x]);
});

test('the picture has the colours of the stylesheet', () => {
  const stylesheet = readFileSync('src/ui/sightline.css', 'utf8');
  for (const shade of SHADES.filter((each) => each !== 'not-open')) {
    const hex = RAMP[shade].map((part) => part.toString(16).padStart(2, '0')).join('');
    expect([shade, stylesheet.includes(`--sl-${shade}: #${hex}`)]).toEqual([shade, true]);
  }
});

test('the picture of a quiet county of 5,500 is small enough for a page', () => {
  const quiet = Array.from({ length: 5500 }, (_, line) => {
    const weeks = new Uint8Array(WEEKS_SHOWN).fill(6);
    weeks.fill(5, line % 150);
    if (line % 8 === 0) weeks.fill(line % 4, 140);
    return { weeks };
  });
  const bytes = imageShape(5500).panels.reduce((sum, panel) => sum + asAddress(panelPng(quiet, panel)).length, 0);
  expect(bytes).toBeLessThan(100_000);
});
