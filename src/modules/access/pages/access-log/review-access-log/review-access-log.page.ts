import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Database, Identity } from '../../../../../platform/database/database.ts';
import { type Answer, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page } from '../../../../../platform/http/page.ts';
import type { LoggedLine } from '../../../core/access-log/audit-event.ts';
import { countLog, lastLines, linesOfTime } from '../../../store/access-log/read-log.ts';
import { listPeople } from '../../../store/person-store.ts';
import { namesOnLines } from '../log-names.ts';
import { logCsvHeading, logCsvLines } from './access-log-csv.ts';
import { readLogQuestion } from './log-question.ts';
import { ReviewAccessLogView } from './review-access-log.view.tsx';
import { TooManyLinesView } from './too-many-lines.view.tsx';

type AnyQuery = Record<string, unknown>;
const query: z.ZodType<AnyQuery> = z.record(z.string(), z.unknown());

const MOST_SHOWN = 500;
const MOST_IN_FILE = 100_000;

/** The access log of the whole house, for whoever answers for data protection. It shows no child, only random ids. */
export const reviewAccessLogPages: readonly Page[] = [
  page<unknown, AnyQuery>({
    path: '/access-log',
    permission: 'log:review',
    about: 'nobody',
    audit: 'access-log.reviewed',
    query,
    handle: show,
  }),
  page<unknown, AnyQuery>({
    path: '/access-log.csv',
    permission: 'log:review',
    about: 'nobody',
    audit: 'access-log.exported',
    query,
    handle: download,
  }),
];

type Asked = PageRequest<unknown, AnyQuery>;

async function show({ db, identity, house, today, query: typed }: Asked): Promise<Answer> {
  const question = readLogQuestion(typed, today);
  const { stretch, person, faults } = question;
  return db.as(identity, async (tx) => {
    const counts = await countLog(tx, stretch, person);
    const lines = person === null ? [] : await lastLines(tx, stretch, person, MOST_SHOWN);
    const people = (await listPeople(tx)).map(({ id, name }) => ({ id, name }));
    const nameOf = await namesOnLines(tx, person === null ? counts : [...counts, { person }]);
    const view = ReviewAccessLogView({ house, question, people, counts, lines, nameOf });
    return faults.length === 0 ? render(view) : refuse(422, view);
  });
}

async function download({ db, identity, house, today, query: typed }: Asked): Promise<Answer> {
  const { stretch, person } = readLogQuestion(typed, today);
  const counts = await db.as(identity, (tx) => countLog(tx, stretch, person));
  if (counts.reduce((sum, { lines }) => sum + lines, 0) > MOST_IN_FILE)
    return refuse(409, TooManyLinesView({ house, most: MOST_IN_FILE }));
  const content = Readable.from(csvOf(db, identity, linesOfTime(db, identity, stretch, person)));
  return { is: 'file', name: 'access-log.csv', type: 'text/csv; charset=utf-8', content };
}

async function* csvOf(
  db: Database,
  identity: Identity,
  pieces: AsyncIterable<readonly LoggedLine[]>,
): AsyncGenerator<string> {
  yield logCsvHeading();
  for await (const lines of pieces) {
    const nameOf = await db.as(identity, (tx) => namesOnLines(tx, lines));
    yield logCsvLines(lines, nameOf);
  }
}
