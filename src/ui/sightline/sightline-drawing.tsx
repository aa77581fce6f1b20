import type { VNode } from 'preact';
import { Facts, Quiet } from '../text.tsx';
import { SightlineFacts } from './sightline-facts.tsx';
import { SightlineKey } from './sightline-key.tsx';
import { LANE_NAMES, type SightlinePicture } from './sightline-picture.ts';
import { TallSightline } from './tall-sightline.tsx';
import { WideSightline } from './wide-sightline.tsx';

type DrawingProps = {
  readonly picture: SightlinePicture;
  /** Keeps two drawings of one page apart. */
  readonly id?: string;
  /** The table stands open under the drawing, as it does on paper. */
  readonly open?: boolean;
};

/**
 * One child's line of sight: a drawing for a wide page, one for a phone (the style sheet shows one of them), what the
 * marks mean, and the same facts as a table.
 */
export const SightlineDrawing = ({ picture, id = 'sightline', open = false }: DrawingProps): VNode => (
  <div class="sl-sight">
    <WideSightline picture={picture} id={id} />
    <TallSightline picture={picture} id={id} />
    <div class="sl-sight-today">
      <Facts
        of={picture.lanes.map(({ lane, now }) => [
          LANE_NAMES[lane],
          <>
            <span class={now.is && `sl-${now.is}`}>{now.words}</span>
            {now.detail && <Quiet>, {now.detail}</Quiet>}
          </>,
        ])}
      />
    </div>
    <SightlineKey picture={picture} id={id} />
    <details class="govuk-details sl-sight-facts" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">The same facts as a table</span>
      </summary>
      <SightlineFacts picture={picture} />
    </details>
  </div>
);
