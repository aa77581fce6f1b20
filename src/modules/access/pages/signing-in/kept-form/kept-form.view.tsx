import type { VNode } from 'preact';
import type { KeptForm } from '../../../../../platform/http/kept-form.ts';
import { momentInWords } from '../../../../../ui/dates-in-words.ts';
import { Gov } from '../../../../../ui/gov.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Lead, PageTitle } from '../../../../../ui/text.tsx';

export type KeptFormPage = { readonly house: HousePage; readonly csrf: string; readonly form: KeptForm };

/** Sentences, not codes and dates: what somebody would mind having lost. */
const isWords = (value: string): boolean => /\S\s+\S/.test(value);

export const KeptFormView = ({ house, csrf, form }: KeptFormPage): VNode => {
  const words = form.fields.map(([, value]) => value).filter(isWords);
  return (
    <Layout house={house} title="Your form was kept">
      <PageTitle>Your form was kept</PageTitle>
      <Lead>Your session had ended when you sent it on {momentInWords(form.at)}. Nothing has been saved yet.</Lead>
      {words.length > 0 && (
        <>
          <p class="govuk-body">Among what you typed and chose is:</p>
          {words.map((text, index) => (
            <blockquote key={index} class="sl-words">
              {text}
            </blockquote>
          ))}
        </>
      )}
      <p class="govuk-body">Everything you typed and chose is sent again as it was. A file must be chosen anew.</p>
      <form method="post" action={form.path}>
        <input type="hidden" name="_csrf" value={csrf} />
        {form.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Gov is="button" text="Send it again" />
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Do not send it
        </a>
      </p>
    </Layout>
  );
};
