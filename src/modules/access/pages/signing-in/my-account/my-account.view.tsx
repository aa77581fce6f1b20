import type { VNode } from 'preact';
import type { Id } from '../../../../../kernel/id.ts';
import { countOf, momentInWords } from '../../../../../ui/dates-in-words.ts';
import { ErrorSummary } from '../../../../../ui/error-summary.tsx';
import type { HousePage } from '../../../../../ui/house-page.ts';
import { Layout } from '../../../../../ui/layout.tsx';
import { Table } from '../../../../../ui/table.tsx';
import { PageTitle, Quiet, Section } from '../../../../../ui/text.tsx';
import type { Way } from '../../../core/signing-in/ways-in.ts';
import type { SessionSeen } from '../../../store/session-store.ts';
import type { Authenticator } from '../../../store/signing-in/authenticator.ts';
import type { Passkey } from '../../../store/signing-in/passkeys.ts';
import { Hidden } from '../second-factor/hidden-fields.tsx';
import { MY_ACCOUNT, MY_HOME, MY_PASSWORD, MY_ROLES, RECOVERY_CODES } from './my-account-paths.ts';

export type MyAccountPage = {
  readonly house: HousePage;
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
  /** The session in which this page is read. */
  readonly here: Id;
  /** Whether they have one here. */
  readonly password: boolean;
  readonly sessions: readonly SessionSeen[];
  readonly authenticator: Authenticator | undefined;
  readonly passkeys: readonly Passkey[];
  readonly codesLeft: number;
  readonly fault?: string | undefined;
};

const WAYS: Readonly<Record<Way, string>> = {
  password: 'Password',
  passkey: 'Passkey',
  council: 'The council’s account',
};

export const MyAccountView = (shown: MyAccountPage): VNode => {
  const { house, name, email, fault } = shown;
  return (
    <Layout house={house} title="My account" refused={fault !== undefined}>
      <ErrorSummary faults={fault === undefined ? [] : [{ field: 'second-factor', text: fault }]} />
      <PageTitle caption={`${name}, ${email}`}>My account</PageTitle>
      <Section id="sessions" heading="Where I am signed in">
        <Sessions {...shown} />
      </Section>
      {shown.password && (
        <p class="govuk-body">
          <a class="govuk-link" href={MY_PASSWORD}>
            Change my password
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={MY_ROLES}>
          Give up one of my roles
        </a>
      </p>
      <Section id="second-factor" heading="My second factor">
        <Factors {...shown} />
      </Section>
      <Section id="recovery-codes" heading="My recovery codes">
        <Codes {...shown} />
      </Section>
      <Section id="interests" heading="Children whom I know outside work">
        <p class="govuk-body">
          Their records close for you as soon as you say so.{' '}
          <a class="govuk-link" href="/my-account/interests">
            Say whom you know
          </a>
          .
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={MY_HOME}>
            Say where I live
          </a>
        </p>
      </Section>
    </Layout>
  );
};

const Sessions = ({ csrf, here, sessions }: MyAccountPage): VNode => (
  <>
    <Table
      caption="Sessions that go on"
      columns={[
        { heading: 'Where' },
        { heading: 'How' },
        { heading: 'Signed in' },
        { heading: 'Last seen' },
        { heading: 'End', actions: true },
      ]}
      rows={sessions.map(({ id, browser, network, way, told, startedAt, seenAt }) => [
        <>
          {browser}, {network}
        </>,
        <>
          {WAYS[way]} {told && <Quiet>{told}</Quiet>}
        </>,
        momentInWords(startedAt),
        momentInWords(seenAt),
        id === here ? (
          'This session'
        ) : (
          <PostButton
            csrf={csrf}
            action={`${MY_ACCOUNT}/sessions/end`}
            fields={{ session: id }}
            text="End"
            about={`session of ${browser}, ${momentInWords(startedAt)}`}
          />
        ),
      ])}
    />
    {sessions.length > 1 && (
      <PostButton csrf={csrf} action={`${MY_ACCOUNT}/sessions/end-others`} text="End all others" />
    )}
    <p class="govuk-body">If you do not know one of them, end it, and change your password.</p>
  </>
);

const Factors = ({ csrf, authenticator, passkeys }: MyAccountPage): VNode => (
  <>
    {!authenticator && passkeys.length === 0 && <p class="govuk-body">You sign in with your password alone.</p>}
    {(authenticator || passkeys.length > 0) && (
      <Table
        caption="Second factors"
        columns={[
          { heading: 'What' },
          { heading: 'Made' },
          { heading: 'Last used' },
          { heading: 'Remove', actions: true },
        ]}
        rows={[
          ...(authenticator
            ? [
                [
                  'Authenticator app',
                  momentInWords(authenticator.setUpAt),
                  momentInWords(authenticator.lastUsedAt),
                  <PostButton
                    csrf={csrf}
                    action={`${MY_ACCOUNT}/authenticator/remove`}
                    text="Remove"
                    about="the authenticator app"
                  />,
                ],
              ]
            : []),
          ...passkeys.map(({ id, name, madeAt, lastUsedAt }) => [
            `Passkey, ${name}`,
            momentInWords(madeAt),
            lastUsedAt ? momentInWords(lastUsedAt) : 'Not yet',
            <PostButton
              csrf={csrf}
              action={`${MY_ACCOUNT}/passkeys/remove`}
              fields={{ passkey: id }}
              text="Remove"
              about={`the passkey ${name}, made ${momentInWords(madeAt)}`}
            />,
          ]),
        ]}
      />
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="/second-factor/set-up">
        Set up a second factor
      </a>
    </p>
  </>
);

const Codes = ({ csrf, codesLeft, authenticator, passkeys }: MyAccountPage): VNode =>
  authenticator || passkeys.length > 0 ? (
    <>
      <p class="govuk-body">
        {codesLeft === 0 ? 'You have none left.' : `${countOf(codesLeft, 'code')} left.`} New ones make the old ones
        useless.
      </p>
      <PostButton csrf={csrf} action={`${RECOVERY_CODES}/new`} text="Make ten new codes" />
    </>
  ) : (
    <p class="govuk-body">They come with your first second factor.</p>
  );

type PostButtonProps = {
  readonly csrf: string;
  readonly action: string;
  readonly text: string;
  /** What it is about, for who hears the button without its row. */
  readonly about?: string;
  readonly fields?: Readonly<Record<string, string>>;
};

const PostButton = ({ csrf, action, text, about, fields = {} }: PostButtonProps): VNode => (
  <form method="post" action={action}>
    <Hidden fields={{ _csrf: csrf, ...fields }} />
    <button type="submit" class="sl-link-button">
      {text}
      {about && <span class="govuk-visually-hidden"> {about}</span>}
    </button>
  </form>
);
