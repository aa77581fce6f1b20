import { z } from 'zod';
import { type Id, id } from '../../../../../kernel/id.ts';
import { instantOf, millisecondsOf } from '../../../../../kernel/instant.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { type Answer, notFound, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { childPath } from '../../../../child-face.ts';
import { typedIn } from '../../../../typed-form.ts';
import { faultOfReason, HOURS_OPEN } from '../../../core/openings/reasoned-opening.ts';
import { judgeIn } from '../../../store/gate.ts';
import { holderOf, machineTime, openWithReason } from '../../../store/openings/openings.ts';
import type { OpeningHouse } from '../opening-house.ts';
import { type AskPage, AskToOpenView } from './ask-to-open.view.tsx';

const params = z.object({ child: z.custom<Id>((text) => typeof text === 'string' && id(text) !== undefined) });
type Asked = PageRequest<z.infer<typeof params>, unknown, Typed>;

const PATH = '/children/:child/ask';

/**
 * Where somebody without a relation gives a reason. The page is about nobody's record, so it judges for itself: of a child
 * who is hidden it answers like for one who is not there, and a record that is open needs no reason.
 */
export const askToOpenPages = (opening: OpeningHouse): readonly Page[] => [
  page<z.infer<typeof params>>({
    path: PATH,
    permission: 'opening:own',
    about: 'nobody',
    audit: 'record.asked-for',
    params,
    handle: (asked) =>
      asked.db.as(asked.identity, async (tx) => {
        const judged = await judgeAsker(tx, asked);
        return 'answer' in judged ? judged.answer : render(await show(tx, opening, asked, judged.child), judged.logged);
      }),
  }),
  page<z.infer<typeof params>>({
    method: 'post',
    path: PATH,
    permission: 'opening:own',
    about: 'nobody',
    audit: 'record.opened-with-reason',
    params,
    handle: (asked) => asked.db.as(asked.identity, (tx) => openIt(tx, opening, asked)),
  }),
];

async function judgeAsker(tx: Tx, { person, params: { child: named } }: Asked) {
  const gate = await judgeIn(tx, person, named);
  if (gate.is === 'hidden' || gate.is === 'nobody') return { answer: notFound };
  const { child } = gate;
  const logged = { children: [child] };
  return gate.is === 'open' ? { answer: redirect(pathOf(child), logged) } : { child, logged };
}

const pathOf = (child: Id): `/${string}` => childPath(child);

async function openIt(tx: Tx, opening: OpeningHouse, asked: Asked): Promise<Answer> {
  const judged = await judgeAsker(tx, asked);
  if ('answer' in judged) return judged.answer;
  const { child, logged } = judged;
  const reason = typedIn(asked.body.typed, 'reason');
  const text = faultOfReason(reason);
  if (text !== undefined)
    return refuse(422, await show(tx, opening, asked, child, { reason, faults: [{ field: 'reason', text }] }), logged);
  await openWithReason(tx, { id: opening.newId(), person: asked.person.id, child, reason });
  return redirect(pathOf(child), logged);
}

async function show(
  tx: Tx,
  { childrenInWords }: OpeningHouse,
  { house, csrf, today }: Asked,
  child: Id,
  said: { readonly reason: string; readonly faults: readonly FieldFault[] } = { reason: '', faults: [] },
) {
  const [now, holder, names] = [
    await machineTime(tx),
    await holderOf(tx, child),
    await childrenInWords(tx, [child], today),
  ];
  const inWords: AskPage['inWords'] = names.get(child) ?? {
    heading: 'A child',
    councilIds: 'no name or number is held',
  };
  const until = instantOf(millisecondsOf(now) + HOURS_OPEN * 3_600_000);
  return AskToOpenView({ house, csrf, child, inWords, holder, until, ...said });
}
