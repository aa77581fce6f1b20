import { id } from '../../../../../kernel/id.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import { notKnown } from '../../../../../record/said.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { saidIn, typedIn } from '../../../../typed-form.ts';
import type { DeclareInterest } from '../../../core/rights/decide-interest.ts';
import type { NameRelation } from '../../../core/rights/decide-named-relation.ts';
import type { Rights } from '../../../core/rights/decide-rights.ts';
import { INTERESTS } from '../../../core/rights/interest.entry.ts';
import { NAMED_RELATIONS } from '../../../core/rights/named-relation.entry.ts';
import { readSpan } from '../span-boxes.tsx';

export type Read<Command> =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

const or = <Command>(faults: readonly FieldFault[], command: Command | null): Read<Command> =>
  faults.length > 0 || command === null ? { ok: false, faults } : { ok: true, command };

/** Reads who is named as what, from when. */
export function readNaming(typed: Typed): Read<NameRelation> {
  const person = id(typedIn(typed, 'person'));
  const as = NAMED_RELATIONS.find((each) => each === typedIn(typed, 'as'));
  const { from, until, faults: dates } = readSpan(typed, 'until may be empty');
  const faults = [
    ...(as ? [] : [{ field: 'as', text: 'Say which part they have' }]),
    ...(person ? [] : [{ field: 'person', text: 'Choose who it is' }]),
    ...dates,
  ];
  if (!person || !as || from.is !== 'date') return or<NameRelation>(faults, null);
  return or(faults, { person, as, from: from.date, until: until.is === 'date' ? until.date : notKnown });
}

/** Reads of whom a manager says that they know the child outside work. */
export function readKnowing(typed: Typed): Read<Pick<DeclareInterest, 'person' | 'kind' | 'because'>> {
  const person = id(typedIn(typed, 'who-knows'));
  const kind = INTERESTS.find((each) => each === typedIn(typed, 'kind'));
  const faults = [
    ...(person ? [] : [{ field: 'who-knows', text: 'Choose who it is' }]),
    ...(kind ? [] : [{ field: 'kind', text: 'Say how they know the child' }]),
  ];
  return or(faults, person && kind ? { person, kind, because: saidIn(typed, 'how') } : null);
}

/** Reads addresses, one a line, and whose they are; those that are nobody's are named, and nothing typed is lost. */
export function readRestricting(
  typed: Typed,
  everybody: readonly Rights[],
): Read<{ readonly people: readonly Rights['person'][]; readonly because: string }> {
  const lines = typedIn(typed, 'named')
    .split(/[\s,;]+/)
    .map((line) => line.toLowerCase())
    .filter(Boolean);
  const known = lines.map((line) => ({ line, is: everybody.find(({ email, active }) => email === line && active) }));
  const nobody = known.filter(({ is }) => !is).map(({ line }) => line);
  const because = typedIn(typed, 'why-restricted');
  const faults = [
    ...(nobody.length > 0 ? [{ field: 'named', text: `Nobody signs in with ${nobody.join(', ')}` }] : []),
    ...(because === '' ? [{ field: 'why-restricted', text: 'Say why the record is restricted' }] : []),
  ];
  return or(faults, { people: [...new Set(known.flatMap(({ is }) => is?.person ?? []))], because });
}
