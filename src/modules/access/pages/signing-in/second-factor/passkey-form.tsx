import type { VNode } from 'preact';
import { Gov } from '../../../../../ui/gov.tsx';
import { Hidden } from './hidden-fields.tsx';

type PasskeyFormProps = {
  /** Uses a passkey, or makes one. */
  readonly does: 'get' | 'create';
  /** Where the answer is posted to; what is to be signed comes from `…/begin`. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly button: string;
};

/** A form that the browser fills by a passkey. It shows only where scripts run and the browser knows passkeys. */
export const PasskeyForm = ({ does, action, fields, button }: PasskeyFormProps): VNode => (
  <>
    <form method="post" action={action} data-passkey={does} hidden>
      <Hidden fields={{ ...fields, answer: '' }} />
      <Gov is="button" text={button} classes="govuk-button--secondary" />
      <p class="govuk-body" data-passkey-said role="status" />
    </form>
    <script type="module" src="/assets/passkey.js" />
  </>
);
