import { z } from 'zod';
import type { Id } from '../../../../kernel/id.ts';
import { fromEpochDay, toEpochDay } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Answer, refuse, render } from '../../../../platform/http/answer.ts';
import { type Page, page } from '../../../../platform/http/page.ts';
import { askedQuery } from '../../../asked.ts';
import { type ChildFace, childPath, headingOf } from '../../../child-face.ts';
import type { Asked } from '../../../child-page.ts';
import { bandFrom, groupsOfPanel, type ImageShape, imageShape } from '../../core/image-panels.ts';
import { inLineOrder, type LineOrder } from '../../core/line-order.ts';
import { firstMonday, runsOfWeeks, SHADE_MARKS, SHADES, type Shade, shadeAt } from '../../core/weeks-of-child.ts';
import { type ImageLine, imageLines } from '../../store/image-lines.ts';
import { facesOfListed } from '../../store/listed-faces.ts';
import { type CountyNeeds, countyAsked } from '../county-needs.ts';
import type { BandRow, ImagePage, ShownPanel } from './county-image.model.ts';
import { CountyImageView } from './county-image.view.tsx';
import { asAddress, panelPng } from './county-picture.ts';
import { readLine, readOrder, readTeam } from './image-query.ts';

/** Every open child as one line of pixels, and the 24 lines round the place that somebody chose. */
export const showCountyImagePage = (needs: CountyNeeds): Page =>
  page({
    path: '/county/image',
    permission: 'county:read',
    about: 'children',
    audit: 'county.read-closely',
    query: z.record(z.string(), z.unknown()),
    handle: async (request): Promise<Answer> => {
      const { query, house, db, identity, person } = request;
      const { asked, typed, fault } = await countyAsked(needs, request);
      const mayRead = needs.mayReadChildren(person);
      const { image, children } = await db.as(identity, async (tx) => {
        const tables = await needs.spans(tx, asked);
        return readImage(tx, await imageLines(tx, tables, asked.on), { asked, query, mayRead });
      });
      const shown: ImagePage = { ...image, asked, typed, fault };
      const view = <CountyImageView house={house} image={shown} />;
      return fault === null && image.lineFault === null ? render(view, { children }) : refuse(422, view, { children });
    },
  });

type ImageAsked = {
  readonly asked: Asked;
  readonly query: Readonly<Record<string, unknown>>;
  readonly mayRead: boolean;
};

async function readImage(tx: Tx, all: readonly ImageLine[], { asked, query, mayRead }: ImageAsked) {
  const [order, team] = [readOrder(query), readTeam(query)];
  const own = team === null ? all : all.filter(({ teamId }) => (teamId ?? 'none') === team);
  const lines = inLineOrder(own, order);
  const shape = imageShape(lines.length);
  const chosen = readLine(query, shape, lines.length);
  const band = chosen.is === 'line' ? bandFrom(chosen.line, lines.length) : null;
  const read = band ? lines.slice(band.from, band.until) : [];
  const faces = await facesOfListed(
    tx,
    read.map(({ child }) => child),
  );
  const image = {
    order,
    team,
    teams: teamsOf(all),
    lines: lines.length,
    firstWeek: fromEpochDay(firstMonday(toEpochDay(asked.on))),
    lastWeek: countLastWeek(lines),
    panels: shownPanels(lines, shape, order),
    band: band && read.map((line, at) => bandRow(line, band.from + at, faces.get(line.child), asked, mayRead)),
    lineFault: chosen.is === 'fault' ? chosen : null,
  };
  return { image, children: [...faces.keys()] };
}

function teamsOf(lines: readonly ImageLine[]): ImagePage['teams'] {
  const teams = new Map<string, { value: string; name: string; children: number }>();
  for (const { teamId, team } of lines) {
    const value = teamId ?? 'none';
    const known = teams.get(value) ?? { value, name: team ?? 'no team', children: 0 };
    teams.set(value, { ...known, children: known.children + 1 });
  }
  return [...teams.values()].sort(
    (a, b) => Number(a.value === 'none') - Number(b.value === 'none') || a.name.localeCompare(b.name, 'en-GB'),
  );
}

function countLastWeek(lines: readonly ImageLine[]): Record<Shade, number> {
  const counts = Object.fromEntries(SHADES.map((shade) => [shade, 0])) as Record<Shade, number>;
  for (const { weeks } of lines) counts[shadeAt(weeks.at(-1) ?? 0)] += 1;
  return counts;
}

function shownPanels(lines: readonly ImageLine[], shape: ImageShape, order: LineOrder): ShownPanel[] {
  const { scale } = shape;
  const nameOf = (line: number): string => lines[line]?.district ?? lines[line]?.team ?? 'No team';
  return shape.panels.map((panel) => ({
    panel: panel.panel,
    firstLine: panel.from + 1,
    lastLine: panel.until,
    source: asAddress(panelPng(lines, panel)),
    height: (panel.until - panel.from) * scale,
    groups:
      order === 'team'
        ? groupsOfPanel(panel, nameOf).map(({ name, from, until }) => ({
            name,
            top: from * scale,
            height: (until - from) * scale,
          }))
        : [],
  }));
}

function bandRow(line: ImageLine, at: number, face: ChildFace | undefined, asked: Asked, mayRead: boolean): BandRow {
  const open = [...line.weeks].filter((colour) => shadeAt(colour) !== 'not-open').length;
  const withGap = [...line.weeks].filter((colour) => colour < SHADES.indexOf('cannot-tell')).length;
  const opens = mayRead && face !== undefined;
  return {
    line: at + 1,
    heading: opens ? headingOf(face, asked.on) : 'A child whom you may not open',
    href: opens ? `${childPath(line.child as Id)}${askedQuery(asked)}` : null,
    team: line.team,
    runs: runsOfWeeks(line.weeks),
    today: todayInWords(line),
    missing: line.shade < SHADES.indexOf('cannot-tell'),
    weeksOpen: open,
    weeksWithGap: withGap,
  };
}

function todayInWords({ today, days }: ImageLine): string {
  const words = SHADE_MARKS[today].words;
  if (today === 'nothing-late') return 'none of the four missing';
  const count = today in days ? days[today as keyof typeof days] : undefined;
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}${count === undefined ? '' : `, ${count} ${count === 1 ? 'day' : 'days'}`}`;
}
