import type { VNode } from 'preact';
import { Table } from '../table.tsx';
import { Quiet } from '../text.tsx';
import {
  type GenogramLayout,
  LINE_HEIGHT,
  layOutGenogram,
  MARK,
  type Placed,
  type PlacedUnion,
  wordsBeneath,
} from './genogram-layout.ts';
import type { GenogramPerson, GenogramPicture } from './genogram-picture.ts';

/** A family as a drawing, and the same people as a table beneath it. A square is male, a circle female, a diamond not recorded. */
export function Genogram({ picture, id = 'genogram' }: { picture: GenogramPicture; id?: string }): VNode {
  const layout = layOutGenogram(picture);
  return (
    <div class="sl-genogram">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by keyboard */}
      <section class="sl-genogram-scroll" tabIndex={0} aria-label={`Family of ${picture.name}, drawn`}>
        <Drawing layout={layout} id={id} name={picture.name} />
      </section>
      <p class="sl-genogram-key">
        Square: male. Circle: female. Diamond: sex not recorded, or not shown to you. Triangle: not born yet. Double
        outline: the child whose family this is. Filled: lives with the child. Crossed: has died. Two strokes: the
        parents live apart. “Has responsibility”: parental responsibility for the child.
      </p>
      <Table
        caption={`Family of ${picture.name}`}
        columns={[
          { heading: 'Person' },
          { heading: 'Age' },
          { heading: 'Lives with the child' },
          { heading: 'Parental responsibility' },
        ]}
        rows={picture.people.map((person) => [
          nameIn(person),
          person.died ? `${person.detail}, has died` : person.detail,
          person.isFocus ? '' : person.sameHousehold ? 'Yes' : 'Not recorded so',
          responsibilityIn(person),
        ])}
      />
    </div>
  );
}

const nameIn = (person: GenogramPerson) =>
  person.href === null ? person.name : <a href={person.href}>{person.name}</a>;

function responsibilityIn({ hasResponsibility }: GenogramPerson) {
  if (hasResponsibility === 'not-asked') return '';
  if (hasResponsibility === null) return <span class="sl-unknown">Not known</span>;
  return hasResponsibility ? 'Yes' : <Quiet>No</Quiet>;
}

function Drawing({ layout, id, name }: { layout: GenogramLayout; id: string; name: string }) {
  const { width, height, places, unions } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{`Family of ${name}. The table beneath names everybody.`}</title>
      {unions.map((union) => (
        <Union key={union.union.partners.join() + union.union.children.join()} of={union} />
      ))}
      {places.map((place) => (
        <Person key={place.person.id} at={place} />
      ))}
    </svg>
  );
}

function Union({ of: { lines, union, middle } }: { of: PlacedUnion }) {
  const [x, y] = middle;
  return (
    <g class="sl-union">
      {lines.map((points) => (
        <polyline key={points.join()} points={points.map((point) => point.join(',')).join(' ')} />
      ))}
      {union.parted && union.partners.length > 1 && <path d={`M${x + 14} ${y + 8}l8 -16M${x + 20} ${y + 8}l8 -16`} />}
    </g>
  );
}

function Person({ at: { person, x, y } }: { at: Placed }) {
  const { names, rest } = wordsBeneath(person);
  return (
    <g class={person.sameHousehold || person.isFocus ? 'sl-person sl-person--home' : 'sl-person'}>
      <Mark person={person} x={x} y={y} size={MARK} />
      {person.isFocus && <Mark person={person} x={x} y={y + 5} size={MARK - 10} />}
      {person.died && (
        <path
          class="sl-person-died"
          d={`M${x - MARK / 2} ${y}l${MARK} ${MARK}M${x + MARK / 2} ${y}l${-MARK} ${MARK}`}
        />
      )}
      {[...names, ...rest].map((text, index) => (
        <text
          key={text}
          x={x}
          y={y + MARK + LINE_HEIGHT + 1 + index * LINE_HEIGHT}
          class={index < names.length ? 'sl-person-name' : 'sl-person-detail'}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

function Mark({ person, x, y, size }: { person: GenogramPerson; x: number; y: number; size: number }) {
  const half = size / 2;
  if (person.unborn) return <path d={`M${x} ${y}l${half} ${size}h${-size}z`} />;
  if (person.sex === 'female') return <circle cx={x} cy={y + half} r={half} />;
  if (person.sex === 'male') return <rect x={x - half} y={y} width={size} height={size} />;
  return <path d={`M${x} ${y}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`} />;
}
