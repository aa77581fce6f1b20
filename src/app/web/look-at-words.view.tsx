import type { VNode } from 'preact';
import { typedIn } from '../../modules/typed-form.ts';
import type { Typed } from '../../platform/http/page.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Gov } from '../../ui/gov.tsx';
import type { HousePage } from '../../ui/house-page.ts';
import { Layout } from '../../ui/layout.tsx';
import { Lead, PageTitle } from '../../ui/text.tsx';

/** The box by which a writer says that the words must stand. */
export const STANDS = 'words-stand';

export type LookAtWords = {
  readonly house: HousePage;
  readonly csrf: string;
  /** Where the form was sent, and is sent again. */
  readonly url: string;
  readonly typed: Typed;
  /** The boxes whose words give a protected place. */
  readonly boxes: readonly string[];
};

const SENTENCE = 'These words give a protected address or number. Take it out, or confirm that it must stand';

/** The words of a form that give a protected address or number, to be changed or confirmed. The place itself is not repeated. */
export function LookAtWordsView({ house, csrf, url, typed, boxes }: LookAtWords): VNode {
  const faults = boxes.map((box) => ({ field: box, text: SENTENCE }));
  return (
    <Layout house={house} title="Words that give a protected place" refused>
      <ErrorSummary faults={faults} />
      <PageTitle>Your words give a protected address or number</PageTitle>
      <Lead>
        Nothing is recorded yet. Somebody may be in danger if this place becomes known. Where it must be known, it is
        kept with the addresses of the child.
      </Lead>
      <form method="post" action={url} class="sl-form" noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        {carriedAlong(typed, boxes).map(([name, value], place) => (
          <input key={place} type="hidden" name={name} value={value} />
        ))}
        {boxes.map((box, place) => (
          <Gov
            key={box}
            is="textarea"
            id={box}
            name={box}
            rows={6}
            label={{
              text: boxes.length > 1 ? `Your words, ${place + 1} of ${boxes.length}` : 'Your words',
              classes: 'govuk-label--m',
            }}
            value={typedIn(typed, box)}
            errorMessage={{ text: SENTENCE }}
          />
        ))}
        <Gov
          is="checkboxes"
          idPrefix={STANDS}
          name={STANDS}
          items={[
            {
              value: 'yes',
              text: 'It must stand in these words',
              hint: { text: 'Whoever may not see the place will not be able to read these words at all.' },
            },
          ]}
        />
        <Gov is="button" text="Go on" preventDoubleClick />
      </form>
    </Layout>
  );
}

/** Everything else that was typed. */
const carriedAlong = (typed: Typed, boxes: readonly string[]): [string, string][] =>
  Object.entries(typed)
    .filter(([name]) => name !== '_csrf' && name !== STANDS && !boxes.includes(name))
    .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]));
