import { z } from 'zod';
import type { Id } from '../../../../../kernel/id.ts';
import { dayInLondon } from '../../../../../kernel/instant.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import { someId } from '../../../../../record/said.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { typedIn } from '../../../../typed-form.ts';
import { FINDINGS, isReviewOverdue, mayReview } from '../../../core/openings/reasoned-opening.ts';
import {
  doneReviews,
  keepReview,
  linesOfOpening,
  reviewById,
  waitingReviews,
} from '../../../store/openings/opening-reviews.ts';
import { machineTime } from '../../../store/openings/openings.ts';
import { headingIn, type OpeningHouse } from '../opening-house.ts';
import { ListReviewsView } from './list-reviews.view.tsx';
import { ReviewOpeningView, type ReviewPage } from './review-opening.view.tsx';

const LIST = '/openings/reviews';
const ONE = '/openings/reviews/:opening';
const params = z.object({ opening: someId });
type Asked = PageRequest<{ opening: Id }, unknown, Typed>;

/** What the data protection officer looks at: each opening with a reason, once, and never one of their own. */
export const reviewOpeningsPages = (opening: OpeningHouse): readonly Page[] => [
  page({
    path: LIST,
    permission: 'opening:review',
    about: 'children',
    audit: 'opening-reviews.listed',
    handle: (asked) => list(opening, asked),
  }),
  page<{ opening: Id }>({
    path: ONE,
    permission: 'opening:review',
    about: 'nobody',
    audit: 'opening-review.read',
    params,
    handle: (asked) =>
      asked.db.as(asked.identity, async (tx) => {
        const shown = await show(tx, opening, asked, { finding: '', remark: '', faults: [] });
        return shown ? render(ReviewOpeningView(shown), { children: [shown.opening.child] }) : notFound;
      }),
  }),
  page<{ opening: Id }>({
    method: 'post',
    path: ONE,
    permission: 'opening:review',
    about: 'nobody',
    audit: 'opening.reviewed',
    params,
    handle: (asked) => asked.db.as(asked.identity, (tx) => review(tx, opening, asked)),
  }),
];

const list = ({ childrenInWords, calendar }: OpeningHouse, { db, identity, person, house, today }: PageRequest) =>
  db.as(identity, async (tx) => {
    const [rows, done, now] = [
      await waitingReviews(tx, person.id),
      await doneReviews(tx, person.id),
      await machineTime(tx),
    ];
    const waiting = rows.map((row) => ({
      ...row,
      overdue: isReviewOverdue(calendar, row.openedAt, dayInLondon(now)),
    }));
    const children = [...new Set([...rows, ...done].map(({ child }) => child))];
    const names = await childrenInWords(tx, children, today);
    return render(ListReviewsView({ house, reviewer: person.id, now, waiting, done, names }), {
      children: children.filter((child) => names.has(child)),
    });
  });

type Said = Pick<ReviewPage, 'finding' | 'remark' | 'faults'>;

async function show(
  tx: Tx,
  { childrenInWords }: OpeningHouse,
  { house, csrf, today, person, params: { opening: asked } }: Asked,
  said: Said,
): Promise<ReviewPage | undefined> {
  const opening = await reviewById(tx, asked, person.id);
  if (!opening) return undefined;
  const [lines, names] = [await linesOfOpening(tx, asked), await childrenInWords(tx, [opening.child], today)];
  const childHeading = headingIn(names, opening.child);
  return { house, csrf, reviewer: person.id, opening, lines, childHeading, ...said };
}

async function review(tx: Tx, opening: OpeningHouse, asked: Asked): Promise<Answer> {
  const { typed } = asked.body;
  const said = { finding: typedIn(typed, 'finding'), remark: typedIn(typed, 'remark') };
  const finding = FINDINGS.find((each) => each === said.finding);
  const faults: FieldFault[] = [
    ...(finding === undefined ? [{ field: 'finding', text: 'Say what you find' }] : []),
    ...(finding !== undefined && finding !== 'right' && said.remark === ''
      ? [{ field: 'remark', text: 'Say why it was not right' }]
      : []),
  ];
  const shown = await show(tx, opening, asked, { ...said, faults });
  if (!shown) return notFound;
  const children = [shown.opening.child];
  if (!mayReview(shown.opening, asked.person.id))
    return refuse(409, ReviewOpeningView({ ...shown, faults: [] }), { children });
  if (finding === undefined || faults.length > 0) return refuse(422, ReviewOpeningView(shown), { children });
  await keepReview(tx, { opening: shown.opening.id, by: asked.person.id, finding, remark: said.remark || null });
  return redirect(LIST, { children });
}
