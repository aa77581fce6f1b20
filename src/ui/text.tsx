import type { ComponentChildren, VNode } from 'preact';
import type { LocalDate } from '../kernel/local-date.ts';
import { shortDay } from './dates-in-words.ts';

type Words = { readonly children?: ComponentChildren };

/** The page's one h1, which says the finding, under a line that says whose page it is. */
export const PageTitle = ({ caption, children }: Words & { readonly caption?: ComponentChildren }): VNode => (
  <>
    {caption && <p class="sl-caption">{caption}</p>}
    <h1 class="sl-h1">{children}</h1>
  </>
);

/** The answer of the page, in a sentence. */
export const Lead = ({ children }: Words): VNode => <p class="sl-lead">{children}</p>;

/** A part of the page under an ink rule. `id` is the anchor that links lead to. */
export const Section = ({
  id,
  heading,
  children,
}: Words & { readonly id: string; readonly heading: string }): VNode => (
  <section aria-labelledby={id}>
    <h2 class="sl-h2" id={id}>
      {heading}
    </h2>
    {children}
  </section>
);

/** Detail under a fact: smaller and grey. */
export const Quiet = ({ children }: Words): VNode => <span class="sl-quiet">{children}</span>;

/** What somebody typed, shown in a narrow place: a long word breaks. */
export const Typed = ({ children }: Words): VNode => <span class="sl-typed">{children}</span>;

/** The part of a sentence that says what is missing. */
export const Missed = ({ children }: Words): VNode => <strong class="sl-missed">{children}</strong>;

/** What the child said, as the child said it, above any status. `to` says to whom, when, and how. */
export const ChildsWords = ({ to, children }: Words & { readonly to: ComponentChildren }): VNode => (
  <>
    <blockquote class="sl-words">{children}</blockquote>
    <p class="sl-words-to">{to}</p>
  </>
);

/** Pairs of a name and a fact, side by side. */
export const Facts = ({ of }: { readonly of: readonly (readonly [string, ComponentChildren])[] }): VNode => (
  <dl class="sl-facts">
    {of.map(([name, fact]) => (
      <>
        <dt>{name}</dt>
        <dd>{fact}</dd>
      </>
    ))}
  </dl>
);

/** The same, one above the other: for a narrow column such as "The rule". */
export const Definitions = ({ of }: { readonly of: readonly (readonly [string, ComponentChildren])[] }): VNode => (
  <dl class="sl-definitions">
    {of.map(([name, fact]) => (
      <>
        <dt>{name}</dt>
        <dd>{fact}</dd>
      </>
    ))}
  </dl>
);

/** Things that stand one under another, split by a faint line: alerts, drafts, plans. */
export const Lines = ({ of }: { readonly of: readonly ComponentChildren[] }): VNode => (
  <ul class="sl-lines">
    {of.map((line, index) => (
      <li key={index}>{line}</li>
    ))}
  </ul>
);

/** A day, readable by people and programs. */
export const Day = ({ on }: { readonly on: LocalDate }): VNode => <time dateTime={on}>{shortDay(on)}</time>;
