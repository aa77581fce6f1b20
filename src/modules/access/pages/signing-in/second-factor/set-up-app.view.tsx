import type { VNode } from 'preact';
import { ErrorSummary, type FieldFault, faultOf } from '../../../../../ui/error-summary.tsx';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { PageTitle } from '../../../../../ui/text.tsx';
import { Hidden } from './hidden-fields.tsx';

export type SetUpAppPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly name: string;
  readonly action: string;
  readonly back: string;
  /** SVG of our own making. */
  readonly picture: string;
  /** The key in groups of four, for who cannot read the picture. */
  readonly key: string;
  /** The key, sealed: it comes back with the first code. */
  readonly sealed: string;
  readonly faults: readonly FieldFault[];
};

export const SetUpAppView = (shown: SetUpAppPage): VNode => {
  const { house, csrf, name, action, back, picture, key, sealed, faults } = shown;
  return (
    <Layout
      house={house}
      title="Set up an authenticator app"
      back={{ text: 'Another way', href: back }}
      refused={faults.length > 0}
    >
      <ErrorSummary faults={faults} />
      <PageTitle caption={name}>Set up an authenticator app</PageTitle>
      <p class="govuk-body">Open the app, choose to add an account, and point your phone at this picture.</p>
      <div dangerouslySetInnerHTML={{ __html: picture }} />
      <p class="govuk-body">If you cannot, type this key into the app:</p>
      <p class="govuk-body">
        <code class="sl-code">{key}</code>
      </p>
      <form method="post" action={action} novalidate>
        <Hidden fields={{ _csrf: csrf, secret: sealed }} />
        <Gov
          is="input"
          id="code"
          name="code"
          label={{ text: 'Code' }}
          hint={{ text: 'The six figures that the app now shows for Sightline.' }}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          errorMessage={faultOf(faults, 'code')}
          classes="govuk-input--width-5"
        />
        <Gov is="button" text="Save" />
      </form>
    </Layout>
  );
};
