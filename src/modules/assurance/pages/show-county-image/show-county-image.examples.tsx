import type { Instant } from '../../../../kernel/instant.ts';
import { fromEpochDay, mustBeDate, toEpochDay } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED } from '../../../asked.ts';
import { groupsOfPanel, imageShape } from '../../core/image-panels.ts';
import { firstMonday, runsOfWeeks, SHADES, type Shade, shadeAt, WEEKS_SHOWN } from '../../core/weeks-of-child.ts';
import type { BandRow, ImagePage } from './county-image.model.ts';
import { CountyImageView } from './county-image.view.tsx';
import { asAddress, panelPng } from './county-picture.ts';

const on = mustBeDate('2026-11-20');
const knownAt = '2026-11-20T07:00:00.000Z' as Instant;
const house = {
  ...EXAMPLE_HOUSE,
  nav: [
    { text: 'County', href: '/county' },
    { text: 'Every child', href: '/county/image' },
    { text: 'Registers', href: '/registers/no-social-worker' },
  ],
};

const GAPS = ['no-worker', 'not-assessed', 'not-seen', 'no-plan', 'cannot-tell'] as const;
const DISTRICTS = [
  'Brayford',
  'Dunmere',
  'Hallowmoor',
  'Kettlesea',
  'Oxgate',
  'Saltmere',
  'Thornwick',
  'Tollness',
  'Wherrymouth',
];

/** The same picture at every run. */
function invented(): (most: number) => number {
  let state = 5;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

/** Lines as a county has them: open for longest first within a district, short gaps here and there, and a bad autumn in one. */
function linesOf(count: number): { weeks: Uint8Array; district: string }[] {
  const next = invented();
  return Array.from({ length: count }, (_, line) => {
    const part = (line / count) * DISTRICTS.length;
    const district = DISTRICTS[Math.floor(part)] ?? 'Wherrymouth';
    const weeks = new Uint8Array(WEEKS_SHOWN).fill(SHADES.indexOf('not-open'));
    const opened = Math.min(150, Math.floor(((part * 6) % 1) ** 0.6 * 156));
    weeks.fill(SHADES.indexOf('nothing-late'), opened);
    for (let gaps = next(3); gaps > 0; gaps -= 1) {
      const from = opened + next(WEEKS_SHOWN - opened);
      weeks.fill(SHADES.indexOf(GAPS[next(5)] ?? 'no-plan'), from, Math.min(WEEKS_SHOWN, from + 1 + next(8)));
    }
    if (district === 'Saltmere' && line % 3 === 0) weeks.fill(0, 140 + next(8));
    return { weeks, district };
  });
}

const NAMES = [
  'Leila Farahani-Cole, 6',
  'Joseph Amoah, 10',
  'Precious Amoah, 8',
  'Zuzanna Król, 4',
  'Phạm Thu Trang, 11',
  'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe, 14',
  'WM104417, unborn child',
  'Dylan O’Keeffe, 9',
];
const TODAY: Partial<Record<Shade, string>> = {
  'no-worker': 'no social worker, 118 days',
  'not-assessed': 'risk not assessed, 12 days',
  'not-seen': 'not seen in time, 3 days',
  'no-plan': 'no plan, 40 days',
  'cannot-tell': 'cannot tell',
};

function bandOf(lines: ReturnType<typeof linesOf>, from: number, named: boolean): BandRow[] {
  return lines.slice(from, from + 24).map(({ weeks, district }, at) => {
    const today = shadeAt(weeks.at(-1) ?? 6);
    return {
      line: from + at + 1,
      heading: named ? (NAMES[at % NAMES.length] ?? '') : `WM1044${10 + at}`,
      href: named ? '/children/00000000-0000-4000-8000-000000000001' : null,
      team: `${district} Child in Need`,
      runs: runsOfWeeks(weeks),
      today: TODAY[today] ?? 'none of the four missing',
      missing: today !== 'nothing-late' && today !== 'cannot-tell',
      weeksOpen: [...weeks].filter((colour) => colour < 6).length,
      weeksWithGap: [...weeks].filter((colour) => colour < 4).length,
    };
  });
}

function pageOf(count: number, more: Partial<ImagePage> = {}): ImagePage {
  const lines = linesOf(count);
  const shape = imageShape(count);
  const lastWeek = Object.fromEntries(SHADES.map((shade) => [shade, 0])) as Record<Shade, number>;
  for (const { weeks } of lines) lastWeek[shadeAt(weeks.at(-1) ?? 6)] += 1;
  return {
    asked: { on, knownAt, how: 'now', spokenUntil: on, today: on },
    typed: NOTHING_TYPED,
    fault: null,
    order: 'team',
    team: null,
    teams: DISTRICTS.map((district) => ({ value: district, name: `${district} Child in Need`, children: 97 })),
    lines: count,
    firstWeek: fromEpochDay(firstMonday(toEpochDay(on))),
    lastWeek,
    panels: shape.panels.map((panel) => ({
      panel: panel.panel,
      firstLine: panel.from + 1,
      lastLine: panel.until,
      source: asAddress(panelPng(lines, panel)),
      height: (panel.until - panel.from) * shape.scale,
      groups: groupsOfPanel(panel, (line) => lines[line]?.district ?? '').map(({ name, from, until }) => ({
        name,
        top: from * shape.scale,
        height: (until - from) * shape.scale,
      })),
    })),
    band: null,
    lineFault: null,
    ...more,
  };
}

const example = (name: string, image: () => ImagePage): Example => ({
  page: 'Every child',
  name,
  view: () => <CountyImageView house={house} image={image()} />,
});

export const examples: readonly Example[] = [
  example('5,500 lines, and 24 read closely', () => pageOf(5500, { band: bandOf(linesOf(5500), 3055, true) })),
  example('first visit, nobody recorded', () => pageOf(0)),
  example('a small county, in another order', () => {
    const page = pageOf(40, { order: 'worst' });
    return { ...page, panels: page.panels.map((panel) => ({ ...panel, groups: [] })) };
  }),
  example('read closely by somebody who may not know names', () =>
    pageOf(300, { band: bandOf(linesOf(300), 0, false) }),
  ),
  example('a line that is none', () =>
    pageOf(300, { lineFault: { typed: '9000', text: 'Enter a line number from 1 to 300' } }),
  ),
  example('as it was known on a day gone by', () => {
    const page = pageOf(97, { team: 'Saltmere' });
    return { ...page, asked: { ...page.asked, how: 'then', today: mustBeDate('2026-12-01') } };
  }),
];
