import type { Tx } from '../../../../../platform/database/database.ts';
import { type Answer, redirect, refuse, render } from '../../../../../platform/http/answer.ts';
import { type FieldFault, type Page, type PageRequest, page, type Typed } from '../../../../../platform/http/page.ts';
import { typedIn } from '../../../../typed-form.ts';
import { forgetHome, homeSaidAt, sayHome } from '../../../store/needless-reading/own-home.ts';
import { MY_HOME } from '../../signing-in/my-account/my-account-paths.ts';
import { SayHomeView } from './say-home.view.tsx';

/** The keys by which a place would be known again, as children’s addresses are: of a line, and of a postcode. None when it is none. */
export type HomeKeys = {
  readonly ofLine: (line: string) => readonly string[];
  readonly ofPostcode: (postcode: string) => readonly string[];
};

const OWN = {
  permission: 'account:own',
  about: 'nobody',
  audit: { none: 'one’s own account, and no child is shown' },
} as const;
type Asked = PageRequest<unknown, unknown, Typed>;
type Said = { readonly line: string; readonly postcode: string; readonly faults: readonly FieldFault[] };

/** Where oneself lives, for the nightly reading of the access log. */
export const sayHomePages = (keysOf: HomeKeys): readonly Page[] => [
  page({
    ...OWN,
    path: MY_HOME,
    handle: (asked) =>
      asked.db.as(asked.identity, async (tx) => render(await show(tx, asked, { line: '', postcode: '', faults: [] }))),
  }),
  page({
    ...OWN,
    method: 'post',
    path: MY_HOME,
    meantForPlaces: ['line', 'postcode'],
    handle: (asked) => asked.db.as(asked.identity, (tx) => keep(tx, keysOf, asked)),
  }),
  page({
    ...OWN,
    method: 'post',
    path: `${MY_HOME}/remove`,
    handle: (asked) =>
      asked.db.as(asked.identity, async (tx) => {
        await forgetHome(tx, asked.person.id);
        return redirect(MY_HOME);
      }),
  }),
];

const show = async (tx: Tx, { house, csrf, person }: PageRequest, said: Said) =>
  SayHomeView({ house, csrf, saidAt: await homeSaidAt(tx, person.id), ...said });

async function keep(tx: Tx, { ofLine, ofPostcode }: HomeKeys, asked: Asked): Promise<Answer> {
  const { typed } = asked.body;
  const [line, postcode] = [typedIn(typed, 'line'), typedIn(typed, 'postcode')];
  const [house, code] = [ofLine(line), ofPostcode(postcode)];
  const faults: FieldFault[] = [
    ...(house.length === 0
      ? [{ field: 'line', text: 'Give the number or the name of the house, and the street' }]
      : []),
    ...(code.length === 0 ? [{ field: 'postcode', text: 'Give a whole postcode' }] : []),
  ];
  if (faults.length > 0) return refuse(422, await show(tx, asked, { line, postcode, faults }));
  await sayHome(tx, asked.person.id, [...new Set([...house, ...code])]);
  return redirect(MY_HOME);
}
