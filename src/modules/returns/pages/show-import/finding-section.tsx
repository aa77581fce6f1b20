import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import { Table } from '../../../../ui/table.tsx';
import { childPath } from '../../../child-face.ts';
import type { Finding } from '../../core/decide-batch.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';

export type FindingSectionOf = { readonly kind: Finding['kind']; readonly heading: string; readonly about: string };

/** What a report tells, in the order in which a person should look at it. */
export const FINDING_SECTIONS: readonly FindingSectionOf[] = [
  {
    kind: 'set-aside',
    heading: 'Set aside',
    about:
      'These rows could not be represented. The child’s own page says so too. Put them right in the file’s source.',
  },
  {
    kind: 'withdrawn',
    heading: 'Withdrawn by the file',
    about: 'An earlier file said these and this one, which should, does not. They still count until somebody confirms.',
  },
  {
    kind: 'disagreement',
    heading: 'Said otherwise by another kind of file',
    about: 'Two files do not agree. Both are kept, and what depends on it cannot be told until somebody decides.',
  },
  {
    kind: 'correction',
    heading: 'Corrections',
    about: 'The file says otherwise than before. Both are kept, and the newer one counts.',
  },
  {
    kind: 'development',
    heading: 'Developments',
    about: 'The file says more than before. That is news, not an error.',
  },
  {
    kind: 'flagged',
    heading: 'Loaded, and odd',
    about:
      'These were loaded as they stand, and somebody should look at them. The code is that of the file’s own check, where it has one.',
  },
];

type FindingSectionProps = {
  readonly run: Id;
  readonly section: FindingSectionOf;
  readonly found: { readonly lines: readonly Finding[]; readonly count: number } | undefined;
};

/** One kind of line of a report; nothing where there is none. */
export function FindingSection({ run, section, found }: FindingSectionProps): VNode | null {
  if (!found || found.count === 0) return null;
  const more = found.count - found.lines.length;
  return (
    <section aria-labelledby={section.kind}>
      <h2 class="sl-h2" id={section.kind}>
        {section.heading}: {found.count}
      </h2>
      <p>{section.about}</p>
      <FindingTable caption={section.heading} lines={found.lines} />
      {more > 0 && (
        <p>
          <a href={`${IMPORT_PATH}/${run}/${section.kind}`}>
            All {found.count} lines of “{section.heading.toLowerCase()}”
          </a>
        </p>
      )}
    </section>
  );
}

export const FindingTable = ({
  caption,
  lines,
}: {
  readonly caption: string;
  readonly lines: readonly Finding[];
}): VNode => (
  <Table
    caption={caption}
    columns={[
      { heading: 'Child', namesRow: true, keepTogether: true },
      { heading: 'Where in the file' },
      { heading: 'What' },
    ]}
    rows={lines.map((line) => [
      line.book && line.child ? <a href={childPath(line.book)}>{line.child}</a> : (line.child ?? 'No id'),
      line.line === null ? line.table : `${line.table}, line ${line.line}`,
      line.code ? `${line.reason} (${line.code})` : line.reason,
    ])}
  />
);
