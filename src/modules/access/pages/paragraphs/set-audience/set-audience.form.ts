import type { Id } from '../../../../../kernel/id.ts';
import { id } from '../../../../../kernel/id.ts';
import type { Typed } from '../../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { typedIn } from '../../../../typed-form.ts';
import type { Audience } from '../../../core/paragraphs/audience.ts';
import { ALWAYS_READ, audienceOf, type SetAudience } from '../../../core/paragraphs/decide-set-audience.ts';
import { RELATIONS, type Relation } from '../../../core/relation.ts';

/** The boxes of one paragraph, by its place on the page. */
export const whoBox = (place: number): string => `who-${place + 1}`;
export const relationsBox = (place: number): string => `relations-${place + 1}`;
export const peopleBox = (place: number): string => `people-${place + 1}`;

export const CHOICES = ['everyone', 'protected-readers', 'some'] as const;

/** Whoever opened the record with a reason is a stranger to it: what is kept from some is kept from them. */
export const OFFERED_RELATIONS: readonly Relation[] = RELATIONS.filter(
  (each) => each !== 'reason' && !ALWAYS_READ.includes(each),
);

/** What stands now, as the boxes would have it. */
export function typedOf(audiences: readonly Audience[], emailOf: (person: string) => string): Typed {
  return Object.fromEntries(
    audiences.flatMap((audience, place): [string, string | string[]][] => {
      if (typeof audience === 'string') return [[whoBox(place), audience]];
      const people = audience.filter((each) => id(each) !== undefined).map(emailOf);
      const relations = audience.filter((each) => OFFERED_RELATIONS.includes(each as Relation));
      return [
        [whoBox(place), 'some'],
        [relationsBox(place), relations],
        [peopleBox(place), people.join('\n')],
      ];
    }),
  );
}

/** Every value of boxes that may be ticked together. */
export const tickedIn = (typed: Typed, name: string): readonly string[] => [typed[name] ?? []].flat();

export type AudienceRead = {
  readonly command: SetAudience | null;
  readonly faults: readonly FieldFault[];
};

/**
 * Reads the form. `paths` are the paragraphs in the order of the page: one whose boxes are not there was not shown to be
 * changed. `personOf` knows whose address it is.
 */
export function readAudienceForm(
  typed: Typed,
  paths: readonly string[],
  personOf: (email: string) => Id | undefined,
): AudienceRead {
  const faults: FieldFault[] = [];
  const said = paths.flatMap((path, place) => {
    const who = typedIn(typed, whoBox(place));
    if (who === 'everyone' || who === 'protected-readers') return [{ path, audience: who as Audience }];
    if (who !== 'some') return [];
    const emails = typedIn(typed, peopleBox(place))
      .split(/[\s,;]+/)
      .filter((email) => email !== '');
    const unknown = emails.findIndex((email) => personOf(email) === undefined);
    if (unknown >= 0)
      faults.push({ field: peopleBox(place), text: `Nobody signs in here with address ${unknown + 1} of these` });
    const relations = OFFERED_RELATIONS.filter((each) => tickedIn(typed, relationsBox(place)).includes(each));
    return [{ path, audience: audienceOf([...relations, ...emails.flatMap((email) => personOf(email) ?? [])]) }];
  });
  const because = typedIn(typed, 'because');
  if (because === '') faults.push({ field: 'because', text: 'Say why' });
  const last = id(typedIn(typed, 'last')) ?? null;
  return { command: faults.length > 0 ? null : { said, because, lastSeen: last }, faults };
}
