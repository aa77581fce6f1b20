import type { VNode } from 'preact';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../ui/text.tsx';

type NoCaseloadProps = {
  readonly house: HousePage;
  readonly person: { readonly name: string; readonly email: string };
};

/** For somebody who signs in and in whose name no worker is recorded. */
export const NoCaseloadView = ({ house, person }: NoCaseloadProps): VNode => (
  <Layout house={house} title="My children" nav="/my-children">
    <PageTitle>My children</PageTitle>
    <Lead>No worker is recorded who signs in as {person.email}, so we cannot tell which children are yours.</Lead>
    <p>
      Children may well be in your name, {person.name}: ask your team manager to have your address put beside your name
      in the record of workers.
    </p>
  </Layout>
);
