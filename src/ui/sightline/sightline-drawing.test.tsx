import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { addDays, mustBeDate } from '../../kernel/local-date.ts';
import { FIRST_WEEK, ONLY_A_FILE, YEARS } from './example-pictures.ts';
import { SightlineDrawing } from './sightline-drawing.tsx';
import type { SightlineLane, SightlinePart, SightlinePicture, WorstGap } from './sightline-picture.ts';
import { textWidth } from './text-width.ts';
import { BENEATH_SIZE, layOutWide, WIDE } from './wide-layout.ts';

const PICTURES = [YEARS, ONLY_A_FILE, FIRST_WEEK];
const drawn = (picture: SightlinePicture): string => renderToString(<SightlineDrawing picture={picture} />);
const partsOf = (picture: SightlinePicture): SightlinePart[] => picture.lanes.flatMap(({ parts }) => [...parts]);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

describe('one child’s sightline', () => {
  test.each(PICTURES)('$name: the table holds every fact of the drawing', (picture) => {
    const table = drawn(picture).split('<table')[1] ?? '';
    for (const part of partsOf(picture)) {
      if (part.is !== 'visit') expect(table).toContain(escaped(part.what));
      else expect(table).toContain(`<time datetime="${part.on}">`);
    }
    for (const { now } of picture.lanes) expect(drawn(picture)).toContain(escaped(now.words));
  });

  test.each(PICTURES)('$name: every gap and bar that leads somewhere is a link with a sentence', (picture) => {
    const wide = drawn(picture).split('</svg>')[0] ?? '';
    const leading = partsOf(picture).filter((part) => part.href && part.is !== 'visit' && part.is !== 'open');
    const links = [...wide.matchAll(/<a href="[^"]*"><title>([^<]*)<\/title>/g)].map(([, label]) => label);
    expect(links).toHaveLength(leading.length);
    expect(links.every((label) => label && label.length > 10)).toBe(true);
  });

  test('an id stands once, and nothing needs an inline style', () => {
    const html = drawn(YEARS) + renderToString(<SightlineDrawing picture={ONLY_A_FILE} id="other" />);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toContain(' style=');
  });

  test('a view waits from the day it was given until today, and its tail is as long', () => {
    const { lanes, at, today } = layOutWide(YEARS);
    const view = lanes.at(-1)?.parts.at(-1);
    expect(view?.x).toBe(at(addDays(YEARS.today, -38)));
    expect(drawn(YEARS)).toContain(`M${view?.x} ${(lanes.at(-1)?.top ?? 0) + 20}H${today}`);
  });

  test('the strip of worst gaps joins weeks of one kind, ends today, and is white when the child was not open', () => {
    const week = (from: string, until: string, is: WorstGap) => ({
      from: mustBeDate(from),
      until: mustBeDate(until),
      is,
    });
    const worst = [
      week('2026-10-26', '2026-11-02', 'no-worker'),
      week('2026-11-02', '2026-11-09', 'no-worker'),
      week('2026-11-09', '2026-11-16', 'not-open'),
      week('2026-11-16', '2026-11-23', 'no-plan'),
    ];
    const wide = drawn({ ...YEARS, worst }).split('</svg>')[0] ?? '';
    expect([...wide.matchAll(/<title>([^<]*)<\/title><rect[^>]*class="sl-ramp/g)].map(([, title]) => title)).toEqual([
      'No social worker, 26 Oct 2026 to 9 Nov 2026',
      'No plan, 16 Nov 2026 to 20 Nov 2026',
    ]);
  });

  test('a gap of one day is still seen', () => {
    const box = layOutWide(YEARS).lanes[2]?.parts[0];
    expect(box?.part).toMatchObject({ is: 'gap' });
    expect(box?.width).toBe(WIDE.leastBox);
  });
});

const anyPart = fc
  .record({
    is: fc.constantFrom('gap', 'cover', 'part', 'outlined', 'unknown', 'event', 'view', 'due', 'visit'),
    from: fc.integer({ min: -900, max: 60 }),
    days: fc.integer({ min: 0, max: 300 }),
    words: fc.constantFrom(
      'nobody: post vacant',
      'T. Adeyemi',
      'in time, 3 things missing',
      'Foster carers (protected place)',
    ),
  })
  .map(({ is, from, days, words }): SightlinePart => {
    const on = addDays(YEARS.today, is === 'due' ? Math.abs(from) + 1 : Math.min(from, 0));
    const until = days === 0 || addDays(on, days) > YEARS.today ? null : addDays(on, days);
    if (is === 'view') return { is, on, answeredOn: until, toldOn: null, what: words };
    if (is === 'visit') return { is, on, seen: 'not-seen', what: words };
    if (is === 'event') return { is, on, label: words, what: words };
    if (is === 'due') return { is, on, what: words };
    return { is: is as 'cover', from: on, until, what: words, label: words, note: words };
  });
const anyPicture = fc.array(fc.array(anyPart, { maxLength: 25 }), { minLength: 1, maxLength: 7 }).map(
  (lanes): SightlinePicture => ({
    ...YEARS,
    lanes: lanes.map((parts): SightlineLane => ({ lane: 'held', now: { words: 'T. Adeyemi' }, parts })),
  }),
);

describe('any picture', () => {
  test('is laid out without a collision, inside its frame, and past labels never cross the today line', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const layout = layOutWide(picture);
        for (const { labels, top, height, parts } of layout.lanes) {
          const boxes = labels.map(({ text, kind, x, row }) => ({
            row,
            kind,
            from: x,
            until: x + textWidth(text, BENEATH_SIZE, kind === 'due'),
          }));
          for (const [index, box] of boxes.entries()) {
            if (box.kind === 'due') expect(box.from).toBeGreaterThan(layout.today);
            else expect(box.until).toBeLessThan(layout.today);
            for (const other of boxes.slice(index + 1)) {
              if (other.row === box.row) expect(box.from > other.until || other.from > box.until).toBe(true);
            }
            expect(top + 46 + box.row * 15).toBeLessThan(top + height);
          }
          for (const { x, width, inside } of parts) {
            expect(x).toBeGreaterThanOrEqual(WIDE.axis);
            if (inside) expect(textWidth(inside.text, 13.5)).toBeLessThanOrEqual(width);
          }
        }
      }),
    );
  });
});
