import type { VNode } from 'preact';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';

/** A file is looked through before it leaves, in one piece: there is an end to how large it may be. */
export const TooManyLinesView = ({ house, most }: { readonly house: HousePage; readonly most: number }): VNode => (
  <Layout house={house} title="Too many lines" nav="/access-log" back={{ text: 'Access log', href: '/access-log' }}>
    <PageTitle>These are too many lines for one file</PageTitle>
    <Lead>
      One file holds {most.toLocaleString('en-GB')} lines. Choose fewer days or one person. “sightline access-log”
      writes any number.
    </Lead>
  </Layout>
);
