import type { VNode } from 'preact';
import { grouped } from '../../../../kernel/grouped.ts';
import type { Id } from '../../../../kernel/id.ts';
import { Table } from '../../../../ui/table.tsx';
import { childPath } from '../../../child-face.ts';
import { groupInWords, type Missing } from '../../core/withdrawn-findings.ts';
import { IMPORT_PATH } from '../choose-file/choose-file.view.tsx';

/** A group of one child that a file no longer has. */
export type WithdrawnLine = Pick<Missing, 'laChildId' | 'book' | 'group' | 'childSeen' | 'confirmed'> & {
  /** Parts of the group that are missing: `begun`, `completed`. */
  readonly parts: readonly string[];
};

const LINES_SHOWN = 200;

/** One line for each group: what is to be confirmed first, in the order of the children. */
export function linesOf(missing: readonly Missing[]): WithdrawnLine[] {
  const groups = grouped(missing, ({ book, group, confirmed }) => `${book} ${group} ${confirmed}`);
  const lines = [...groups.values()].flatMap((keys) => {
    const first = keys[0];
    return first ? [{ ...first, parts: keys.map(({ key, group }) => key.slice(group.length + 1)) }] : [];
  });
  return lines.sort((a, b) => Number(a.confirmed) - Number(b.confirmed));
}

/** What the file took back. It counts until a person confirms, one by one: nobody confirms a thousand at once. */
export function WithdrawnSection({
  run,
  csrf,
  lines,
}: {
  readonly run: Id;
  readonly csrf: string;
  readonly lines: readonly WithdrawnLine[];
}): VNode | null {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="withdrawn">
      <h2 class="sl-h2" id="withdrawn">
        Withdrawn by the file: {lines.length}
      </h2>
      <p>
        An earlier file said these and this one, which should, does not. They still count until somebody confirms that
        they were taken back.
      </p>
      <Table
        caption="What the file no longer has"
        columns={[
          { heading: 'Child', namesRow: true, keepTogether: true },
          { heading: 'What is missing' },
          { heading: 'Confirm' },
        ]}
        rows={lines
          .slice(0, LINES_SHOWN)
          .map((line) => [
            <a href={childPath(line.book)}>{line.laChildId}</a>,
            `${groupInWords(line.group)} (${line.parts.join(', ')})${line.childSeen ? '' : '; the child is not in the file at all'}`,
            line.confirmed ? 'Confirmed: it counts no more' : <Confirm run={run} csrf={csrf} line={line} />,
          ])}
      />
      {lines.length > LINES_SHOWN && (
        <p>The first {LINES_SHOWN} are shown; the rest follow as these are confirmed or said again.</p>
      )}
    </section>
  );
}

const Confirm = ({ run, csrf, line }: { readonly run: Id; readonly csrf: string; readonly line: WithdrawnLine }) => (
  <form method="post" action={`${IMPORT_PATH}/${run}/withdrawn/confirm`}>
    <input type="hidden" name="_csrf" value={csrf} />
    <input type="hidden" name="book" value={line.book} />
    <input type="hidden" name="group" value={line.group} />
    <button type="submit" class="sl-link-button">
      It was taken back
      <span class="govuk-visually-hidden">
        : {groupInWords(line.group)} of {line.laChildId}
      </span>
    </button>
  </form>
);
