import type { ComponentChildren, VNode } from 'preact';
import type { Area } from './sightline-marks.tsx';
import {
  CoverBar,
  Cross,
  DueMark,
  GapBox,
  HatchedBar,
  LateCap,
  Patterns,
  UnknownBox,
  ViewMark,
} from './sightline-marks.tsx';
import type { SightlinePart, SightlinePicture } from './sightline-picture.ts';

const BOX: Area = { x: 0, y: 1, width: 34, height: 18 };

type Entry = {
  readonly words: string;
  readonly shows: (part: SightlinePart) => boolean;
  readonly mark: (id: string) => ComponentChildren;
};

const ENTRIES: readonly Entry[] = [
  { words: 'covered', shows: ({ is }) => is === 'cover', mark: () => <CoverBar area={BOX} /> },
  {
    words: 'gap, with its days inside',
    shows: ({ is }) => is === 'gap',
    mark: () => <GapBox area={BOX} flow="across" />,
  },
  {
    words: 'finished, with things missing',
    shows: ({ is }) => is === 'part',
    mark: (id) => <HatchedBar area={BOX} patterns={id} />,
  },
  { words: 'cannot tell', shows: ({ is }) => is === 'unknown', mark: (id) => <UnknownBox area={BOX} patterns={id} /> },
  {
    words: 'part after the due day',
    shows: (part) => (part.is === 'cover' || part.is === 'part') && part.lateFrom !== undefined,
    mark: () => (
      <>
        <CoverBar area={{ ...BOX, y: 2, width: 28, height: 16 }} />
        <LateCap area={{ x: 28, y: 2, width: 6, height: 16 }} flow="across" />
      </>
    ),
  },
  {
    words: 'seen alone; seen with others',
    shows: (part) => part.is === 'visit' && part.seen !== 'not-seen',
    mark: () => (
      <>
        <rect x="6" y="0" width="3.4" height="20" class="sl-ink-cover" />
        <rect x="24" y="9" width="3.4" height="11" class="sl-ink-cover" />
      </>
    ),
  },
  {
    words: 'visited, child not seen',
    shows: (part) => part.is === 'visit' && part.seen === 'not-seen',
    mark: () => <Cross x={17} y={10} />,
  },
  {
    words: 'view answered and told; still waiting',
    shows: ({ is }) => is === 'view',
    mark: () => (
      <>
        <ViewMark x={9} y={10} is="told" />
        <ViewMark x={26} y={10} is="waiting" />
      </>
    ),
  },
  { words: 'next due day', shows: ({ is }) => is === 'due', mark: () => <DueMark x={17} y={16} /> },
];

/** What the marks mean; only those that this picture has. */
export function SightlineKey({ picture, id }: { readonly picture: SightlinePicture; readonly id: string }): VNode {
  const parts = picture.lanes.flatMap((lane) => lane.parts);
  return (
    <ul class="sl-key" aria-label="What the marks mean">
      {ENTRIES.filter(({ shows }) => parts.some(shows)).map(({ words, mark }, index) => (
        <li>
          <svg width="34" height="20" viewBox="0 0 34 20" aria-hidden="true" focusable="false">
            <Patterns name={`${id}-key-${index}`} />
            {mark(`${id}-key-${index}`)}
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
