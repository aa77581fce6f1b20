import type { VNode } from 'preact';
import { dayInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Columns } from '../../../../ui/columns.tsx';
import { longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import type { HousePage, NavigationLink } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { Lead, PageTitle } from '../../../../ui/text.tsx';
import { isAboutAccess } from '../../../access/public.ts';
import { askedQuery, type TypedDay } from '../../../asked.ts';
import { childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import type { ChildSection, MayDo, ReadChild, ToldEntry } from '../../../child-page.ts';
import { AsOfBar } from './as-of-bar.tsx';
import { Alerts, ChildHeading, WordsOfTheChild } from './child-heading.tsx';

/** What this reader may go on to from the child. */
export type LinksOfChild = {
  /** The forms in which they may write about the child. */
  readonly writing: readonly NavigationLink[];
  /** Who may open the record, and who did. */
  readonly access: readonly NavigationLink[];
};

type ShowChildProps = {
  readonly house: HousePage;
  readonly child: ReadChild;
  /** What the house has to show of a child, in any order. */
  readonly sections: readonly ChildSection[];
  readonly links: LinksOfChild;
  readonly may: MayDo;
  readonly typed: TypedDay;
  readonly fault: string | null;
};

/** A child's whole story on one page, as of any day. */
export function ShowChildView({ house, child, sections, links, may, typed, fault }: ShowChildProps): VNode {
  const { face, asked } = child;
  const bar = (
    <AsOfBar asked={asked} fileStops={fileStops(child)} typed={typed} fault={fault} here={childPath(face.child)} />
  );
  return (
    <Layout
      house={house}
      title="A child’s page" // a name would stand in the history of the browser
      nav="/children"
      back={{ text: 'Children', href: '/children' }}
      refused={fault !== null}
    >
      {bar}
      {isBeforeFirstKnown(child) ? (
        <NotYetKnown child={child} />
      ) : (
        <Story child={child} sections={sections} links={links} may={may} />
      )}
    </Layout>
  );
}

/** Where a file is the only source: the last day that it speaks of. */
function fileStops({ entries, windows }: ReadChild): LocalDate | null {
  const wroteHere = ({ entry }: ToldEntry): boolean => entry.source.kind === 'here' && !isAboutAccess(entry.type);
  return entries.some(wroteHere) ? null : (windows.at(-1)?.until ?? null);
}

/** Before the first load the answer is *cannot tell*, not "nothing was known". */
export const isBeforeFirstKnown = ({ asked, firstKnownAt }: ReadChild): boolean =>
  asked.how === 'then' && (firstKnownAt === null || asked.knownAt < firstKnownAt);

function Story({ child, sections, links, may }: Pick<ShowChildProps, 'child' | 'sections' | 'links' | 'may'>) {
  const inOrder = [...sections].sort((a, b) => a.order - b.order);
  const words = <WordsOfTheChild child={child} />;
  return (
    <>
      <Columns first={7}>{[<ChildHeading child={child} />, words]}</Columns>
      {child.asked.how === 'now' && <UnderHeading links={links} />}
      <Alerts child={child} />
      {inOrder.map(({ section, view }) => (
        <div key={section}>{view(child, may)}</div>
      ))}
      <Provenance happenedBy={child.asked.on} knownAt={child.asked.knownAt}>
        Each duty is judged by the rule in force on the day it began; its name opens the rule and the days counted.
      </Provenance>
    </>
  );
}

const UnderHeading = ({ links: { writing, access } }: { links: LinksOfChild }) => (
  <div class="sl-under-heading">
    {writing.length > 0 && <Links label="Write something down" links={writing} />}
    {access.length > 0 && <Links label="Access to this record" links={access} quiet />}
  </div>
);

type LinksProps = { readonly label: string; readonly links: readonly NavigationLink[]; readonly quiet?: boolean };

const Links = ({ label, links, quiet = false }: LinksProps) => (
  <nav aria-label={label} class={quiet ? 'sl-quiet' : undefined}>
    <ul class="sl-links">
      {links.map(({ text, href }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  </nav>
);

function NotYetKnown({ child: { face, asked, firstKnownAt } }: { child: ReadChild }) {
  return (
    <>
      <PageTitle caption={councilIdsOf(face)}>{headingOf(face, asked.on)}</PageTitle>
      <Lead>
        <span class="sl-unknown">Cannot tell.</span> Sightline cannot say what was known about this child on{' '}
        {longDay(asked.on)}
        {firstKnownAt === null ? '.' : `: it first learnt of the child on ${plainDay(dayInLondon(firstKnownAt))}.`} The
        council may have known a good deal; it was not written down here.
      </Lead>
      <p>
        <a href={`${childPath(face.child)}${askedQuery({ ...asked, how: 'hindsight' })}`}>
          Show what had happened by {plainDay(asked.on)}, as it is known now
        </a>
      </p>
    </>
  );
}
