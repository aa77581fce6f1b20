import type { VNode } from 'preact';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';
import { Hidden } from '../second-factor/hidden-fields.tsx';

export type RecoveryCodesPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly action: string;
  readonly codes: readonly string[];
};

export const RecoveryCodesView = ({ house, csrf, action, codes }: RecoveryCodesPage): VNode => (
  <Layout house={house} title="Your recovery codes">
    <PageTitle>Your recovery codes</PageTitle>
    <Lead>Each lets you in once when you do not have your second factor. They are not shown again.</Lead>
    <p class="govuk-body">
      Write them down or print them, and keep them where you would keep a key. Earlier ones no longer work.
    </p>
    <ul class="govuk-list">
      {codes.map((code) => (
        <li key={code}>
          <code class="sl-code">{code}</code>
        </li>
      ))}
    </ul>
    <form method="post" action={action}>
      <Hidden fields={{ _csrf: csrf }} />
      <Gov is="button" text="I have kept them" />
    </form>
  </Layout>
);
