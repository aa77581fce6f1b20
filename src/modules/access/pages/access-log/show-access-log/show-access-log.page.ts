import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Id } from '../../../../../kernel/id.ts';
import { type Answer, notFound, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../../platform/http/page.ts';
import { someId } from '../../../../../record/said.ts';
import { bundleAround, bundleEntry, type LoggedLine, type LogSource } from '../../../core/access-log/audit-event.ts';
import { type LogMonth, logMonth, monthOfDay, stretchOfMonth } from '../../../core/access-log/log-time.ts';
import { linesOfChild, logOfChild, monthsOfChild } from '../../../store/access-log/read-log.ts';
import { headingIn, type OpeningHouse } from '../../openings/opening-house.ts';
import { namesOnLines } from '../log-names.ts';
import { ShowAccessLogView } from './show-access-log.view.tsx';

const params = z.object({ child: someId });
type Asked = PageRequest<{ child: Id }, { month: LogMonth | undefined }>;

/** Who opened one child's record: for the child's team, and as FHIR audit events to take away. */
export const showAccessLogPages = (opening: OpeningHouse): readonly Page[] => [
  page<{ child: Id }, { month: LogMonth | undefined }>({
    path: '/children/:child/access-log',
    permission: 'log:read',
    about: 'child',
    audit: 'access-log.read',
    params,
    query: z.object({ month: z.string().transform(logMonth).optional().catch(undefined) }) as z.ZodType<{
      month: LogMonth | undefined;
    }>,
    handle: (asked) => show(opening, asked),
  }),
  page<{ child: Id }>({
    path: '/children/:child/access-log.fhir.json',
    permission: 'log:read',
    about: 'child',
    audit: 'access-log.exported',
    params,
    handle: async ({ db, identity, opened, now }): Promise<Answer> => {
      if (!opened) return notFound;
      const source = await db.as(identity, opening.logSource);
      const { opens, closes } = bundleAround(now);
      const content = Readable.from(bundleOf(opens, closes, source, linesOfChild(db, identity, opened)));
      return {
        is: 'file',
        name: 'access-log.fhir.json',
        type: 'application/fhir+json',
        content,
        children: [opened.child],
      };
    },
  }),
];

async function show(
  { childrenInWords }: OpeningHouse,
  { db, identity, opened, house, today, query: { month = monthOfDay(today) } }: Asked,
): Promise<Answer> {
  if (!opened) return notFound;
  const { child, books } = opened;
  return db.as(identity, async (tx) => {
    const groups = await logOfChild(tx, books, stretchOfMonth(month));
    const months = (await monthsOfChild(tx, books)) as LogMonth[];
    const nameOf = await namesOnLines(tx, groups);
    const childHeading = headingIn(await childrenInWords(tx, [child], today), child);
    const earlier = months.find((each) => each < month) ?? null;
    const later = months.findLast((each) => each > month) ?? null;
    return render(ShowAccessLogView({ house, child, childHeading, month, earlier, later, groups, nameOf }), {
      children: [child],
    });
  });
}

async function* bundleOf(
  opens: string,
  closes: string,
  source: LogSource,
  pieces: AsyncIterable<readonly LoggedLine[]>,
): AsyncGenerator<string> {
  yield opens;
  let first = true;
  for await (const lines of pieces) {
    yield `${first ? '' : ','}${lines.map((line) => bundleEntry(line, source)).join(',')}`;
    first = false;
  }
  yield closes;
}
