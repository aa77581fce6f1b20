import type { VNode } from 'preact';
import type { Notices } from '../../platform/http/web-options.ts';
import type { HousePage } from '../../ui/house-page.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageTitle } from '../../ui/text.tsx';

type Notice = { readonly house: HousePage; readonly title: string; readonly says: readonly string[] };

const Notice = ({ house, title, says }: Notice): VNode => (
  <Layout house={house} title={title}>
    <PageTitle>{title}</PageTitle>
    {says.map((sentence) => (
      <p class="govuk-body">{sentence}</p>
    ))}
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        Go to the first page
      </a>
    </p>
  </Layout>
);

const TOO_LARGE = 413;
const TOO_MANY = 429;

/** What the house says when it cannot answer as asked. */
export const notices: Notices = {
  notFound: (house) =>
    Notice({
      house,
      title: 'Page not found',
      says: ['There is no page at this address, or it is about a record that you may not open.'],
    }),
  notAllowed: (house) =>
    Notice({
      house,
      title: 'Your role does not allow this',
      says: ['Ask your manager if you need it for your work. That you tried is written in the access log.'],
    }),
  staleForm: (house) =>
    Notice({
      house,
      title: 'This form is too old',
      says: [
        'You signed in again, or signed out, after you opened it. Nothing was saved.',
        'Go back in your browser, copy what you wrote, and open the form anew.',
      ],
    }),
  fault: (house, status, reference) => {
    if (status === TOO_MANY) return tooMany(house);
    return status >= 500
      ? Notice({
          house,
          title: 'There is a problem with the service',
          says: [
            'It is our fault, not yours. Try again in a few minutes.',
            `If you report it, say this reference: ${reference}.`,
          ],
        })
      : Notice({
          house,
          title: status === TOO_LARGE ? 'That is too large' : 'We cannot read what was sent',
          says: [`Nothing was saved. If you report it, say this reference: ${reference}.`],
        });
  },
};

const tooMany = (house: HousePage): VNode =>
  Notice({
    house,
    title: 'You asked for too many pages at once',
    says: [
      'Wait a minute, then go on. If you were sending a form, go back in your browser: what you wrote is still there.',
    ],
  });
