import { z } from 'zod';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import { someId } from '../../../../../record/said.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { childrenOnForm } from '../../../../child-on-form.ts';
import { saidIn, typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import type { DeclareInterest } from '../../../core/rights/decide-interest.ts';
import { INTERESTS } from '../../../core/rights/interest.entry.ts';
import { childNumbered, declareInterest } from '../../../store/rights/declare-interest.ts';
import { standingInterests } from '../../../store/rights/person-record.ts';
import { ChildInterestView, OWN_INTERESTS, OwnInterestsView } from './declare-interest.view.tsx';

const params = z.object({ child: someId });
type Params = z.infer<typeof params>;
type Asked<Parameters = unknown> = PageRequest<Parameters, unknown, Typed>;

/** Children whom somebody knows outside work: by number, or from the record that is open. */
export const declareInterestPages = (writing: Writing): readonly Page[] => [
  page({
    path: OWN_INTERESTS,
    permission: 'account:own',
    about: 'nobody',
    audit: { none: 'one’s own words, which name no child' },
    handle: async (asked) => render(await ownView(writing, asked, [])),
  }),
  page({
    method: 'post',
    path: OWN_INTERESTS,
    permission: 'account:own',
    about: 'nobody',
    audit: 'interest.declared',
    handle: (asked) => declareByNumber(writing, asked),
  }),
  page<Params>({
    path: '/children/:child/interest',
    permission: 'child:read',
    about: 'child',
    audit: 'interest.begun',
    params,
    handle: async (asked) => render(await childView(writing, asked, [])),
  }),
  page<Params>({
    method: 'post',
    path: '/children/:child/interest',
    permission: 'child:read',
    about: 'child',
    audit: 'interest.declared',
    params,
    handle: (asked) => declareOfChild(writing, asked),
  }),
];

async function ownView({ registry }: Writing, asked: Asked, faults: readonly FieldFault[]) {
  const { db, identity, person, house, csrf, body } = asked;
  const interests = await db.as(identity, (tx) => standingInterests(tx, registry, { person: person.id }));
  return OwnInterestsView({ house, csrf, interests, typed: body.typed, faults });
}

async function childView({ registry }: Writing, asked: Asked<Params>, faults: readonly FieldFault[]) {
  const { db, identity, house, csrf, today, body, params: of } = asked;
  const [child] = await db.as(identity, (tx) => childrenOnForm(tx, registry, of.child, 'holding'));
  if (!child) throw new Error('A child that was opened has a record.');
  return ChildInterestView({ house, csrf, face: child.face, today, typed: body.typed, faults });
}

const kindIn = (typed: Typed) => INTERESTS.find((each) => each === typedIn(typed, 'kind'));
const NO_KIND: FieldFault = { field: 'kind', text: 'Say how you know the child' };

/** The answer is the same whether the number is a child's, a hidden child's, or nobody's. */
async function declareByNumber(writing: Writing, asked: Asked): Promise<Answer> {
  const { typed } = asked.body;
  const [number, kind] = [typedIn(typed, 'number'), kindIn(typed)];
  const faults = [
    ...(number === '' ? [{ field: 'number', text: 'Enter the council’s number of the child' }] : []),
    ...(number.length > 40 ? [{ field: 'number', text: 'A number has 40 characters or fewer' }] : []),
    ...(kind ? [] : [NO_KIND]),
  ];
  if (!kind || faults.length > 0) return refuse(422, await ownView(writing, asked, faults));
  const child = await asked.db.as(asked.identity, (tx) => childNumbered(tx, number));
  await declare(writing, asked, { child, numberTyped: number, kind, because: saidIn(typed, 'how') });
  return redirect(OWN_INTERESTS);
}

async function declareOfChild(writing: Writing, asked: Asked<Params>): Promise<Answer> {
  const { typed } = asked.body;
  const kind = kindIn(typed);
  if (!kind || !asked.opened) return refuse(422, await childView(writing, asked, [NO_KIND]));
  const { child } = asked.opened;
  await declare(writing, asked, { child, numberTyped: null, kind, because: saidIn(typed, 'how') });
  return redirect(OWN_INTERESTS, { children: [child] });
}

async function declare(
  writing: Writing,
  { db, identity, now, today, person }: Asked,
  command: Omit<DeclareInterest, 'person'>,
): Promise<void> {
  const asked = { identity, by: person.id, now, today };
  const declared = await declareInterest(db, writing, asked, { ...command, person: person.id });
  if (!declared.ok) throw new Error('Everybody may say of themselves whom they know.');
}
