import type { VNode } from 'preact';
import { shortDay } from '../../../../ui/dates-in-words.ts';
import { Table } from '../../../../ui/table.tsx';
import { Missed, Quiet, Section } from '../../../../ui/text.tsx';
import { childPath } from '../../../child-face.ts';
import type { ReadChild } from '../../../child-page.ts';
import { type PlaceOf, type PlacesOf, placesBy } from '../../core/places-of-family.ts';
import type { ShownOrWithheld } from '../../core/shown-to.ts';

/** Where the child and the adults around them live, and how to reach them. What is protected today is protected on every day's page. */
export function PlacesSection({
  child,
  mayRecord,
}: {
  readonly child: ReadChild;
  readonly mayRecord: boolean;
}): VNode | null {
  const { places, asked, face } = child;
  const people = placesBy(places, asked.on).filter((person) => person.places.length > 0);
  const writes = mayRecord && asked.how === 'now';
  if (people.length === 0 && !writes) return null;
  return (
    <Section id="places" heading="Where they live and how to reach them">
      {asked.how !== 'now' && (
        <p>
          <Quiet>As it is known now. What is protected today is protected here, too.</Quiet>
        </p>
      )}
      {people.length === 0 ? (
        <p>No address and no telephone number was recorded.</p>
      ) : (
        <Table
          caption="Addresses and telephone numbers"
          columns={[
            { heading: 'Whose' },
            { heading: 'Address or number' },
            { heading: 'Since', keepTogether: true },
            ...(writes ? [{ heading: 'Change', actions: true }] : []),
          ]}
          rows={people.flatMap((person) =>
            person.places.map((place) => [
              whoseInWords(person, face.name),
              <Place place={place} />,
              place.from === null ? 'Not known' : shortDay(place.from),
              ...(writes ? [<ProtectionLink child={face.child} person={person} place={place} name={face.name} />] : []),
            ]),
          )}
        />
      )}
      {writes && (
        <p>
          <a href={`${childPath(face.child)}/addresses/new`}>Record an address or a number</a>
        </p>
      )}
    </Section>
  );
}

const whoseInWords = ({ isChild, name }: PlacesOf, childName: string | null): string =>
  isChild ? (childName ?? 'The child') : (name ?? 'An adult whose name is not known');

/** The value with what must be known of it. */
function Place({ place: { kind, value, postcode, whose, unsafe } }: { readonly place: PlaceOf }): VNode {
  return (
    <>
      <Value of={value} />
      {postcode && postcode.is !== 'not-known' && postcode.is === value.is && (
        <>
          {', '}
          <Value of={postcode} />
        </>
      )}
      {postcode?.is === 'withheld' && value.is === 'shown' && ' (the postcode is protected, and withheld from you)'}
      {whose && <Quiet> {whose}</Quiet>}
      {value.is === 'shown' && value.guarded && (
        <p>
          <Missed>Protected: do not pass on.</Missed>
        </p>
      )}
      {unsafe && (
        <p>
          <Missed>{kind === 'address' ? 'Not safe: never write to it.' : 'Not safe: never ring it.'}</Missed>
        </p>
      )}
    </>
  );
}

function Value({ of }: { readonly of: ShownOrWithheld }): VNode {
  if (of.is === 'withheld') return <Missed>Protected: withheld from you</Missed>;
  return of.is === 'not-known' ? <span class="sl-unknown">Not known</span> : <span class="sl-typed">{of.text}</span>;
}

type LinkProps = {
  readonly child: string;
  readonly person: PlacesOf;
  readonly place: PlaceOf;
  readonly name: string | null;
};

const ProtectionLink = ({ child, person, place, name }: LinkProps) => (
  <a href={`/children/${child}/addresses/${place.entry}/protection`}>
    Protection
    <span class="govuk-visually-hidden">
      {' '}
      of the {place.kind === 'address' ? 'address' : 'number'} of {whoseInWords(person, name)}
      {place.from === null ? '' : ` since ${shortDay(place.from)}`}
    </span>
  </a>
);
