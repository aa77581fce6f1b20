import type { VNode } from 'preact';
import { Genogram } from '../../../../ui/genogram/genogram.tsx';
import { Quiet, Section } from '../../../../ui/text.tsx';
import type { ReadChild } from '../../../child-page.ts';

/** The child's family: drawn, and as a table. What is written down of a family is shown as it is known now. */
export function FamilySection({ child: { family, asked } }: { readonly child: ReadChild }): VNode | null {
  if (family === null) return null;
  return (
    <Section id="family" heading="Family">
      {asked.how === 'then' && (
        <p>
          <Quiet>
            As it stood on that day, as far as it is known now: who was known to be related then is not told.
          </Quiet>
        </p>
      )}
      <Genogram picture={family} id="family-drawing" />
    </Section>
  );
}
