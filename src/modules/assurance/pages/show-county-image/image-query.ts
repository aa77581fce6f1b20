import { type ImageShape, lineAt } from '../../core/image-panels.ts';
import { LINE_ORDERS, type LineOrder } from '../../core/line-order.ts';

type Query = Readonly<Record<string, unknown>>;
const said = (query: Query, name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');

export const readOrder = (query: Query): LineOrder =>
  LINE_ORDERS.find((each) => each === said(query, 'order')) ?? 'team';
export const readTeam = (query: Query): string | null => {
  const team = said(query, 'team');
  return team === '' || team === 'all' ? null : team;
};

export type ChosenLine =
  | { readonly is: 'none' }
  | { readonly is: 'line'; readonly line: number }
  | { readonly is: 'fault'; readonly typed: string; readonly text: string };

/** The line that was chosen, from 0: by a place in the picture (`panel3.y`, as a browser sends it) or by its number. */
export function readLine(query: Query, shape: ImageShape, lines: number): ChosenLine {
  const place = Object.keys(query).find((name) => /^panel\d+\.y$/.test(name));
  if (place !== undefined) {
    const line = lineAt(shape, Number(/\d+/.exec(place)?.[0]), Number(said(query, place)));
    return line === undefined ? { is: 'none' } : { is: 'line', line };
  }
  const typed = said(query, 'line');
  if (typed === '') return { is: 'none' };
  const number = Number(typed.replaceAll(',', ''));
  if (Number.isInteger(number) && number >= 1 && number <= lines) return { is: 'line', line: number - 1 };
  const last = lines.toLocaleString('en-GB');
  return { is: 'fault', typed: typed.slice(0, 20), text: `Enter a line number from 1 to ${last}` };
}
