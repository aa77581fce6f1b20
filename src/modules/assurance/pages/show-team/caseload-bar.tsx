import type { VNode } from 'preact';
import type { TeamWorker } from './team.model.ts';

const WIDTH = 400;
const HEIGHT = 24;

type BarProps = { readonly worker: TeamWorker; readonly most: number };

/**
 * A caseload as a bar from nought, all of a team on one scale; the numbers stand beside it. Ink is held; an empty railed box is in
 * the name of somebody who is not there; a red cap is over what a first year allows, and a line marks that.
 */
export function CaseloadBar({ worker, most }: BarProps): VNode | null {
  const { points, protectedAt, pointsNotHeld } = worker;
  const x = (value: number): number => Math.round((value / Math.max(most, 1)) * (WIDTH - 4) * 10) / 10;
  const held = points - pointsNotHeld;
  const kept = protectedAt === null ? held : Math.min(held, protectedAt);
  return (
    <svg
      class="sl-caseload-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0.5 0V${HEIGHT}`} class="sl-line-rule" />
      {kept > 0 && <rect x={1} y={4} width={x(kept)} height={16} class="sl-ink-cover" />}
      {kept < held && <rect x={1 + x(kept)} y={2} width={x(held - kept)} height={20} class="sl-ink-gap" />}
      {pointsNotHeld > 0 && (
        <>
          <rect x={1 + x(held)} y={4} width={x(pointsNotHeld)} height={16} class="sl-wash-gap" />
          <path
            d={`M${1 + x(held)} 5.25h${x(pointsNotHeld)}M${1 + x(held)} 18.75h${x(pointsNotHeld)}`}
            class="sl-line-gap"
          />
        </>
      )}
      {protectedAt !== null && <path d={`M${1 + x(protectedAt)} 0V${HEIGHT}`} class="sl-line-today" />}
    </svg>
  );
}
