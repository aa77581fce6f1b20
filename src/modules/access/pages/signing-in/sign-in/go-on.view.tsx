import type { VNode } from 'preact';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { PageTitle } from '../../../../../ui/text.tsx';

export type GoOnPage = { readonly house: HousePage; readonly address: string };

/** Leads the browser on to the council's own sign-in: a form may be posted to this house alone, so a page stands between. */
export const GoOnView = ({ house, address }: GoOnPage): VNode => (
  <Layout house={house} title="Going to the council’s sign-in" goOnTo={address}>
    <PageTitle>Going to the council’s sign-in</PageTitle>
    <p class="govuk-body">If nothing happens, go on yourself.</p>
    <Gov is="button" text="Go on" href={address} />
  </Layout>
);
