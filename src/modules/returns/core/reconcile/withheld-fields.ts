import type { Id } from '../../../../kernel/id.ts';
import { WITHHELD_IN_WORDS } from '../../../../record/said.ts';
import type { DisputedEvent } from './disputed-event.ts';

type IsWithheld = (entry: Id, field: string) => boolean;

/** The event as its reader may see it: where something that a file says is withheld, that stands in its place. */
export const asReaderMay = (event: DisputedEvent, isWithheld: IsWithheld): DisputedEvent => ({
  ...event,
  sources: event.sources.map((source) => ({
    ...source,
    said: Object.fromEntries(
      Object.entries(source.said).map(([field, value]) => [
        field,
        isWithheld(source.entry, field) ? WITHHELD_IN_WORDS : value,
      ]),
    ),
  })),
});

/** Something that files say differently is withheld from the reader: then it is for somebody else to settle. */
export const isForSomebodyElse = ({ sources, fields }: DisputedEvent, isWithheld: IsWithheld): boolean =>
  sources.some(({ entry }) => fields.some((field) => isWithheld(entry, field)));
