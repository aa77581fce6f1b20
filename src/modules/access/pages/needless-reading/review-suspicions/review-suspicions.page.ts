import { z } from 'zod';
import { type Id, id } from '../../../../../kernel/id.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import { someId } from '../../../../../record/said.ts';
import { stoppedAnswers } from '../../../../protected-words.ts';
import { typedIn } from '../../../../typed-form.ts';
import { readReview } from '../../../core/needless-reading/suspicion-review.ts';
import {
  keepSuspicionReview,
  linesBehind,
  reviewedSuspicions,
  suspicionById,
  waitingSuspicions,
} from '../../../store/needless-reading/suspicion-reviews.ts';
import { personNames } from '../../../store/person-names.ts';
import type { OpeningHouse } from '../../openings/opening-house.ts';
import { ListSuspicionsView } from './list-suspicions.view.tsx';
import { ReviewSuspicionView, type SuspicionPage } from './review-suspicion.view.tsx';

const LIST = '/access-reviews';
const ONE = '/access-reviews/:suspicion';
const params = z.object({ suspicion: someId });
type Asked = PageRequest<{ suspicion: Id }, unknown, Typed>;
type Naming = Pick<OpeningHouse, 'childrenInWords'>;

/** What the nightly reading of the access log found: each alert is looked at once, and never by whom it is about. */
export const reviewSuspicionsPages = (naming: Naming): readonly Page[] => [
  page({
    path: LIST,
    permission: 'log:review',
    about: 'children',
    audit: 'access-reviews.listed',
    handle: (asked) => list(naming, asked),
  }),
  page<{ suspicion: Id }>({
    path: ONE,
    permission: 'log:review',
    about: 'children',
    audit: 'access-review.read',
    params,
    handle: (asked) =>
      asked.db.as(asked.identity, async (tx) => {
        const shown = await show(tx, naming, asked, { typed: { finding: '', passedTo: '', remark: '' }, faults: [] });
        return shown ? render(ReviewSuspicionView(shown), childrenOf(shown)) : notFound;
      }),
  }),
  page<{ suspicion: Id }>({
    method: 'post',
    path: ONE,
    permission: 'log:review',
    about: 'children',
    audit: 'access-review.decided',
    params,
    handle: (asked) => asked.db.as(asked.identity, (tx) => review(tx, naming, asked)),
  }),
];

const list = ({ childrenInWords }: Naming, { db, identity, person, house, today }: PageRequest) =>
  db.as(identity, async (tx) => {
    const { rows: waiting, all } = await waitingSuspicions(tx, person.id);
    const reviewed = await reviewedSuspicions(tx, person.id);
    const stopped = await stoppedAnswers(tx);
    const names = await childrenInWords(
      tx,
      [...waiting, ...reviewed, ...stopped].flatMap(({ child }) => child ?? []),
      today,
    );
    const readers = await personNames(
      tx,
      stopped.flatMap(({ person: reader }) => id(reader) ?? []),
    );
    return render(
      ListSuspicionsView({ house, waiting, all, reviewed, stopped, readers, names }),
      childrenOf({ names }),
    );
  });

/** For the access log: whoever was named. */
const childrenOf = ({ names }: Pick<SuspicionPage, 'names'>) => ({ children: [...names.keys()] });

type Said = Pick<SuspicionPage, 'typed' | 'faults'>;

async function show(
  tx: Tx,
  { childrenInWords }: Naming,
  { house, csrf, today, person, params: { suspicion: asked } }: Asked,
  said: Said,
): Promise<SuspicionPage | undefined> {
  const suspicion = await suspicionById(tx, asked, person.id);
  if (!suspicion) return undefined;
  const lines = await linesBehind(tx, suspicion);
  const names = await childrenInWords(tx, [suspicion.child, ...lines.map(({ child }) => child)], today);
  return { house, csrf, suspicion, lines, names, ...said };
}

async function review(tx: Tx, naming: Naming, asked: Asked): Promise<Answer> {
  const { typed: fields } = asked.body;
  const typed = {
    finding: typedIn(fields, 'finding'),
    passedTo: typedIn(fields, 'passed-to'),
    remark: typedIn(fields, 'remark'),
  };
  const read = readReview(typed);
  const shown = await show(tx, naming, asked, { typed, faults: 'finding' in read ? [] : read });
  if (!shown) return notFound;
  const { suspicion } = shown;
  if (suspicion.finding !== null) return refuse(409, ReviewSuspicionView({ ...shown, faults: [] }), childrenOf(shown));
  if (!('finding' in read)) return refuse(422, ReviewSuspicionView(shown), childrenOf(shown));
  const seen = typedIn(fields, 'seen-until') === suspicion.until;
  if (!seen || !(await keepSuspicionReview(tx, suspicion, asked.person.id, read)))
    return refuse(409, ReviewSuspicionView({ ...shown, faults: [GREW] }), childrenOf(shown));
  return redirect(LIST, childrenOf(shown));
}

const GREW = {
  field: 'finding',
  text: 'More was found since you opened this page. Look at the lines again, then keep your finding',
};
