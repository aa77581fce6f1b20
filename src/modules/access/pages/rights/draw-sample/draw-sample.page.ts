import { id } from '../../../../../kernel/id.ts';
import { unreachable } from '../../../../../kernel/result.ts';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { typedIn } from '../../../../typed-form.ts';
import type { Writing } from '../../../../writing.ts';
import type { Role } from '../../../core/permission.ts';
import { decideDrawSample, decideEndSample, type SampleRefusal } from '../../../core/rights/decide-sample.ts';
import { standingSamples } from '../../../store/rights/person-record.ts';
import { readRights } from '../../../store/rights/rights-store.ts';
import { childrenOfNumbers } from '../../../store/rights/sampled-children.ts';
import { writeInCouncil } from '../../../store/rights/write-in-council.ts';
import { neededIn, whyNeeded } from '../rights-form.ts';
import { tickedIn } from '../role-boxes.tsx';
import { readSpan } from '../span-boxes.tsx';
import { DrawSampleView } from './draw-sample.view.tsx';

const SAMPLES = '/samples';
const READERS: readonly Role[] = ['auditor', 'inspector'];
type Asked = PageRequest<unknown, unknown, Typed>;

/** Files drawn for an audit or an inspection. */
export const drawSamplePages = (writing: Writing): readonly Page[] => [
  page({
    path: SAMPLES,
    permission: 'sample:draw',
    about: 'nobody',
    audit: 'samples.listed',
    handle: async (asked) => render(await viewOf(writing, asked, [])),
  }),
  page({
    method: 'post',
    path: SAMPLES,
    permission: 'sample:draw',
    about: 'children',
    audit: 'sample.drawn',
    handle: (asked) => draw(writing, asked),
  }),
  page({
    method: 'post',
    path: `${SAMPLES}/end`,
    permission: 'sample:draw',
    about: 'nobody',
    audit: 'sample.ended',
    handle: (asked) => end(writing, asked),
  }),
];

async function viewOf({ registry }: Writing, asked: Asked, faults: readonly FieldFault[]) {
  const { db, identity, house, csrf, body } = asked;
  const told = await db.as(identity, async (tx) => ({
    samples: await standingSamples(tx, registry, null),
    readers: (await readRights(tx)).filter(
      ({ active, roles }) => active && READERS.some((each) => roles.includes(each)),
    ),
  }));
  return DrawSampleView({ house, csrf, typed: body.typed, faults, ...told });
}

const again = async (writing: Writing, asked: Asked, faults: readonly FieldFault[]): Promise<Answer> =>
  refuse(422, await viewOf(writing, asked, faults));

async function draw(writing: Writing, asked: Asked): Promise<Answer> {
  const { db, identity, now, today, body } = asked;
  const { typed } = body;
  const numbers = [
    ...new Set(
      typedIn(typed, 'numbers')
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const people = tickedIn(typed, 'readers').flatMap((each) => id(each) ?? []);
  const { from, until, faults: dates } = readSpan(typed, 'until is needed');
  const { children, unknown } = await db.as(identity, (tx) => childrenOfNumbers(tx, numbers));
  const faults = [
    ...neededIn(typed, 'title', 'Say what it is for'),
    ...(people.length > 0 ? [] : [{ field: 'readers', text: 'Choose who reads the files' }]),
    ...(numbers.length > 0 ? [] : [{ field: 'numbers', text: 'Enter at least one number' }]),
    ...(unknown.length > 0 ? [{ field: 'numbers', text: `Not the number of one child: ${unknown.join(', ')}` }] : []),
    ...dates,
  ];
  if (from.is !== 'date' || until.is !== 'date' || faults.length > 0) return again(writing, asked, faults);
  const command = { title: typedIn(typed, 'title'), people, children, from: from.date, until: until.date };
  const commandId = writing.newId();
  const outcome = await writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) =>
    decideDrawSample(await readRights(tx), command, { today, book, newId: writing.newId }),
  );
  return outcome.ok ? redirect(SAMPLES, { children }) : again(writing, asked, [faultOfSample(outcome.refusal)]);
}

async function end(writing: Writing, asked: Asked): Promise<Answer> {
  const { db, identity, now, today, body } = asked;
  const standing = (await db.as(identity, (tx) => standingSamples(tx, writing.registry, null))).map(
    ({ entry }) => entry,
  );
  const entry = standing.find((each) => each === typedIn(body.typed, 'sample'));
  if (!entry) return redirect(SAMPLES);
  if (whyNeeded(body.typed).length > 0)
    return again(writing, asked, [{ field: `ended-${standing.indexOf(entry)}`, text: 'Say why the files are closed' }]);
  const commandId = writing.newId();
  const because = typedIn(body.typed, 'because');
  await writeInCouncil(db, writing, { identity, now, commandId }, async (_, book) =>
    decideEndSample(standing, { entry, because }, { today, book, newId: writing.newId }),
  );
  return redirect(SAMPLES);
}

/** Why files were not drawn, beside the box that says so. */
function faultOfSample(refusal: SampleRefusal): FieldFault {
  switch (refusal.code) {
    case 'nobody-reads':
      return { field: 'readers', text: 'Choose who reads the files' };
    case 'no-such-person':
      return { field: 'readers', text: 'Choose people whose accounts are active' };
    case 'reads-no-children':
      return { field: 'readers', text: `No role of theirs reads children’s records: ${refusal.names.join(', ')}` };
    case 'no-children':
      return { field: 'numbers', text: 'Enter at least one number' };
    case 'until-before-from':
      return { field: 'until-day', text: 'The last day must not be before the first' };
    case 'over-already':
      return { field: 'until-day', text: 'The last day must not have passed' };
    default:
      return unreachable(refusal);
  }
}
