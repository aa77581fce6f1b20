import type { VNode } from 'preact';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../ui/text.tsx';
import { type ChildFace, childPath, headingOf } from '../../../child-face.ts';
import { DraftNotice, type DraftState, FormButtons } from '../../../draft-notice.tsx';
import { typedIn } from '../../../typed-form.ts';
import { WhyBox } from '../../../why-box.tsx';
import type { PlaceOf } from '../../core/places-of-family.ts';

export type ProtectionFormModel = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly today: LocalDate;
  readonly face: ChildFace;
  readonly place: PlaceOf;
  /** Null for the child of the page. */
  readonly whose: string | null;
  readonly lastSeen: Id | null;
  readonly command: Id;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly draft: DraftState;
};

export const protectionPath = (child: Id, entry: Id): string => `${childPath(child)}/addresses/${entry}/protection`;

/** Says that an address or a number is protected from now on, or no longer, and why. */
export function SetProtectionView(model: ProtectionFormModel): VNode {
  const { house, csrf, face, place, whose, faults, typed, command, lastSeen, draft, today } = model;
  const what = place.kind === 'address' ? 'address' : 'number';
  const back = { text: headingOf(face, today), href: childPath(face.child) };
  return (
    <Layout house={house} title={`Protection of this ${what}`} nav="/children" back={back} refused={faults.length > 0}>
      <ErrorSummary faults={faults} />
      <PageTitle caption={whose === null ? headingOf(face, today) : `${whose}, with ${headingOf(face, today)}`}>
        Protection of this {what}
      </PageTitle>
      <Lead>{stands(place, what)}</Lead>
      <form
        method="post"
        action={protectionPath(face.child, place.entry)}
        class="sl-form"
        noValidate
        data-draft={draft.action}
      >
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="command" value={command} />
        <input type="hidden" name="last" value={typedIn(typed, 'last') || (lastSeen ?? '')} />
        <DraftNotice draft={draft} />
        <Gov
          is="radios"
          idPrefix="protected"
          name="protected"
          fieldset={{ legend: { text: 'Is it protected from now on?', classes: 'govuk-fieldset__legend--m' } }}
          hint={{ text: 'It counts at once, and on the page as of any day.' }}
          errorMessage={faultOf(faults, 'protected')}
          value={typedIn(typed, 'protected')}
          items={[
            { value: 'yes', text: `Yes: only the child’s worker, their manager and who stands in for them see it` },
            { value: 'no', text: 'No: everybody who may open the child sees it' },
          ]}
        />
        <Gov
          is="radios"
          idPrefix="unsafe"
          name="unsafe"
          fieldset={{ legend: { text: `Is it safe to use this ${what}?`, classes: 'govuk-fieldset__legend--m' } }}
          hint={{ text: 'Not safe: somebody else may read or hear what is sent there.' }}
          errorMessage={faultOf(faults, 'unsafe')}
          value={typedIn(typed, 'unsafe')}
          items={[
            { value: 'safe', text: 'Yes, it is safe' },
            { value: 'unsafe', text: 'No: it must not be used for anything' },
            { value: 'not-known', text: 'I do not know; leave it as it was' },
          ]}
        />
        <WhyBox typed={typed} faults={faults} hint={`Do not write the ${what} itself here.`} />
        <FormButtons record="Record it" draft={draft} />
      </form>
    </Layout>
  );
}

function stands({ value, isProtected, unsafe }: PlaceOf, what: string): string {
  const now = isProtected ? 'protected' : 'not protected';
  const safe = unsafe ? ', and was said not to be safe' : '';
  if (value.is === 'withheld') return `This ${what} is protected, and withheld from you${safe}.`;
  return `${value.is === 'shown' ? value.text : `This ${what}`}: ${now} today${safe}.`;
}
