import { id } from '../../../../../kernel/id.ts';
import { unreachable } from '../../../../../kernel/result.ts';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import { notKnown } from '../../../../../record/said.ts';
import { plainDay } from '../../../../../ui/dates-in-words.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { saidIn, typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import { mayDo } from '../../../core/permission.ts';
import { type CoverRefusal, decideArrangeCover, decideEndCover } from '../../../core/rights/decide-cover.ts';
import { coverableBy } from '../../../store/rights/coverable.ts';
import { standingCovers } from '../../../store/rights/person-record.ts';
import { readRights } from '../../../store/rights/rights-store.ts';
import { writeInCouncil } from '../../../store/rights/write-in-council.ts';
import { readSpan } from '../span-boxes.tsx';
import { ArrangeCoverView } from './arrange-cover.view.tsx';

const COVER = '/cover';
type Asked = PageRequest<unknown, unknown, Typed>;

/** Who stands in during leave: one's own cover, and that of the team that one manages. */
export const arrangeCoverPages = (writing: Writing): readonly Page[] => [
  page({
    path: COVER,
    permission: 'caseload:own',
    about: 'nobody',
    audit: { none: 'names of colleagues and days, no child' },
    handle: async (asked) => render(await viewOf(asked, [])),
  }),
  page({
    method: 'post',
    path: COVER,
    permission: 'caseload:own',
    about: 'nobody',
    audit: 'cover.arranged',
    handle: (asked) => arrange(writing, asked),
  }),
  page({
    method: 'post',
    path: `${COVER}/end`,
    permission: 'caseload:own',
    about: 'nobody',
    audit: 'cover.ended',
    handle: (asked) => end(writing, asked),
  }),
];

async function viewOf({ db, identity, person, house, csrf, body }: Asked, faults: readonly FieldFault[]) {
  const told = await db.as(identity, async (tx) => {
    const coverable = await coverableBy(tx, person.id);
    const everybody = await readRights(tx);
    return {
      coverable,
      choices: everybody.filter(({ active, roles }) => active && mayDo(roles, 'child:read')),
      covers: await standingCovers(
        tx,
        coverable.map((each) => each.person),
      ),
    };
  });
  return ArrangeCoverView({ house, csrf, asker: person.id, typed: body.typed, faults, ...told });
}

async function arrange(writing: Writing, asked: Asked): Promise<Answer> {
  const { db, identity, now, today, person, body } = asked;
  const { typed } = body;
  const again = async (faults: readonly FieldFault[]) => refuse(422, await viewOf(asked, faults));
  const [away, by] = [id(typedIn(typed, 'for')), id(typedIn(typed, 'by'))];
  const { from, until, faults: dates } = readSpan(typed, 'until is needed');
  const faults = [
    ...(away ? [] : [{ field: 'for', text: 'Choose who is away' }]),
    ...(by ? [] : [{ field: 'by', text: 'Choose who stands in' }]),
    ...dates,
  ];
  if (!away || !by || from.is !== 'date' || until.is !== 'date' || faults.length > 0) return again(faults);
  const command = { by, for: away, from: from.date, until: until.date, because: saidIn(typed, 'because') };
  const commandId = writing.newId();
  const outcome = await writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) =>
    decideArrangeCover(await readRights(tx), await coverableBy(tx, person.id), command, {
      today,
      book,
      newId: writing.newId,
    }),
  );
  return outcome.ok ? redirect(COVER) : again([faultOfCover(outcome.refusal)]);
}

async function end(writing: Writing, asked: Asked): Promise<Answer> {
  const { db, identity, now, today, person, body } = asked;
  const entry = id(typedIn(body.typed, 'cover'));
  if (!entry) return redirect(COVER);
  const commandId = writing.newId();
  await writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) => {
    const coverable = await coverableBy(tx, person.id);
    const standing = await standingCovers(
      tx,
      coverable.map((each) => each.person),
    );
    const given = { asker: person.id, today, book, newId: writing.newId };
    return decideEndCover(standing, coverable, { entry, because: notKnown }, given);
  });
  return redirect(COVER); // one that had ended, or was never theirs to end, is simply not on the page
}

/** Why a cover was not arranged, beside the box that says so. */
function faultOfCover(refusal: CoverRefusal): FieldFault {
  switch (refusal.code) {
    case 'not-yours':
      return { field: 'for', text: 'You arrange cover for yourself, and for the team that you manage' };
    case 'stands-in-for-themselves':
      return { field: 'by', text: 'Nobody stands in for themselves' };
    case 'no-such-person':
      return { field: 'by', text: 'Choose somebody whose account is active' };
    case 'reads-no-children':
      return { field: 'by', text: 'No role of theirs reads children’s records' };
    case 'until-before-from':
      return { field: 'until-day', text: 'The last day must not be before the first' };
    case 'over-already':
      return { field: 'until-day', text: 'The last day must not have passed' };
    case 'beyond-the-leave': {
      const { from, until } = refusal;
      const days =
        until === null ? `begins on ${plainDay(from)}` : `is from ${plainDay(from)} until ${plainDay(until)}`;
      return { field: 'from-day', text: `The leave that is recorded ${days}: cover lies within it` };
    }
    default:
      return unreachable(refusal);
  }
}
