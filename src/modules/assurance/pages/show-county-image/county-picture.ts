import { encode } from 'fast-png';
import type { ImagePanel } from '../../core/image-panels.ts';
import { SHADES, type Shade, WEEKS_SHOWN } from '../../core/weeks-of-child.ts';

/** The county ramp of the stylesheet, as a picture holds it: red, green, blue. */
export const RAMP: Record<Shade, readonly [number, number, number]> = {
  'no-worker': [0x3a, 0x0f, 0x3d],
  'not-assessed': [0xb9, 0x32, 0x30],
  'not-seen': [0xe5, 0x82, 0x3b],
  'no-plan': [0xf4, 0xc5, 0x60],
  'cannot-tell': [0x93, 0xa9, 0xcf],
  'nothing-late': [0xdd, 0xe6, 0xee],
  'not-open': [0xff, 0xff, 0xff],
};
const PALETTE = SHADES.map((shade) => [...RAMP[shade]] as [number, number, number]);

/** One panel as a PNG of four bits a pixel with the ramp as its palette: a line is a child, a column a week. */
export function panelPng(lines: readonly { readonly weeks: Uint8Array }[], { from, until }: ImagePanel): Uint8Array {
  const wide = WEEKS_SHOWN / 2;
  const data = new Uint8Array(wide * (until - from));
  for (let line = from; line < until; line += 1) {
    const weeks = lines[line]?.weeks;
    if (!weeks) continue;
    const start = (line - from) * wide;
    for (let at = 0; at < wide; at += 1) data[start + at] = ((weeks[at * 2] ?? 0) << 4) | (weeks[at * 2 + 1] ?? 0);
  }
  return encode({ width: WEEKS_SHOWN, height: until - from, data, depth: 4, channels: 1, palette: PALETTE });
}

/** The picture as it stands in the page itself: no second request asks the whole county again. */
export const asAddress = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
