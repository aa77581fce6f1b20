import type { ComponentChildren, VNode } from 'preact';
import { longDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { PageTitle } from '../../../../ui/text.tsx';
import { askedQuery } from '../../../asked.ts';
import {
  agree,
  capital,
  coverageStatement,
  inFigures,
  inWords,
  type SentencePart,
  shortCouncil,
} from '../../core/county-words.ts';
import { CountyAsOf } from '../county-as-of.tsx';
import { ChancePart } from './chance-part.tsx';
import { DuePart } from './due-part.tsx';
import { RegistersPart } from './registers-part.tsx';
import type { CountyPage } from './show-county.model.ts';
import { UntoldPart } from './untold-part.tsx';

/** Can we see every child? The answer in words, then the lists behind it. */
export function ShowCountyView({ house, county }: { readonly house: HousePage; readonly county: CountyPage }): VNode {
  const { asked, typed, fault, counts } = county;
  return (
    <Layout house={house} title="County" nav="/county" refused={fault !== null}>
      <PageTitle caption={longDay(asked.on)}>Can we see every child?</PageTitle>
      <p class="sl-lead sl-cover-words">
        {coverageStatement(counts, shortCouncil(house.council)).map((part) => (
          <Part part={part} />
        ))}
      </p>
      {counts.open > 0 && <CoverBar county={county} />}
      <Beside county={county} />
      <CountyAsOf asked={asked} typed={typed} fault={fault} here="/county" />
      {counts.open > 0 && (
        <>
          <RegistersPart county={county} />
          <ChancePart county={county} />
          <DuePart county={county} />
          <UntoldPart county={county} />
        </>
      )}
    </Layout>
  );
}

function Part({ part: { text, as } }: { part: SentencePart }) {
  if (as === 'plain') return <>{text}</>;
  return <strong class={as === 'missed' ? 'sl-missed' : as === 'unknown' ? 'sl-unknown' : undefined}>{text}</strong>;
}

/** The same sentence as a bar: cover, what cannot be told, what is missing. The sentence above says it in words. */
function CoverBar({ county: { counts } }: { county: CountyPage }) {
  const parts = [
    ['cover', counts.covered],
    ['unknown', counts.cannotTell],
    ['gap', counts.missing],
  ] as const;
  let x = 0;
  return (
    <svg class="sl-cover-bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="cover-dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="sl-wash-unknown" />
          <circle cx="3" cy="3" r="1.3" class="sl-ink-unknown" />
        </pattern>
      </defs>
      {parts.map(([kind, count]) => {
        const width = count === 0 ? 0 : Math.max(3, (count / counts.open) * 1000 - 2);
        const at = x;
        x += width === 0 ? 0 : width + 2;
        if (width === 0) return null;
        if (kind === 'cover') return <rect key={kind} x={at} width={width} height={14} class="sl-ink-cover" />;
        if (kind === 'unknown') return <rect key={kind} x={at} width={width} height={14} fill="url(#cover-dots)" />;
        return (
          <g key={kind}>
            <rect x={at} width={width} height={14} class="sl-wash-gap" />
            <path d={`M${at} 1.25h${width}M${at} 12.75h${width}`} class="sl-line-gap" />
          </g>
        );
      })}
    </svg>
  );
}

/** What the bar cannot show, and the way to the picture of every child. */
function Beside({ county: { counts, asked } }: { county: CountyPage }): VNode {
  const said: ComponentChildren[] = [];
  if (counts.onAllFour > 0)
    said.push(
      `${capital(inWords(counts.onAllFour))} ${counts.onAllFour === 1 ? 'child is' : 'children are'} on all four registers at once. `,
    );
  if (counts.lateOtherwise > 0)
    said.push(
      `Of the ${inFigures(counts.covered)}, ${inFigures(counts.lateOtherwise)} ${agree(counts.lateOtherwise, 'have')} another duty past its due day: the four registers are not every duty. `,
    );
  return (
    <p class="sl-quiet">
      {said}
      <a href={`/county/image${askedQuery(asked)}`}>See every child as one line</a>
    </p>
  );
}
