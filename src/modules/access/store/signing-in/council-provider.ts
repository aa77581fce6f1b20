import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Role } from '../../core/permission.ts';
import { type CouncilClaims, readClaims } from '../../core/signing-in/council-claims.ts';

/** The council's own sign-in, as this installation was told of it. */
export type CouncilSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names somebody's groups. */
  readonly groupsClaim: string;
  /** Which group has which role; undefined when roles are given here and not there. */
  readonly roles: Readonly<Record<string, Role>> | undefined;
};

/** What must come back with somebody, and is kept here until then. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type CouncilProvider = {
  readonly settings: CouncilSettings;
  /** Where the browser goes, and what must come back with it to `back`. Throws when the provider cannot be reached. */
  begin(back: string): Promise<{ readonly address: string; readonly secrets: Secrets }>;
  /** Who came back to this address. Throws when what came is not what was asked for. */
  finish(address: URL, secrets: Secrets): Promise<CouncilClaims>;
};

/** A provider by OpenID Connect: authorization code with PKCE, state and nonce. It is asked who it is when first needed. */
export function councilProvider(settings: CouncilSettings): CouncilProvider {
  let known: Promise<Configuration> | undefined;
  const provider = (): Promise<Configuration> => {
    known ??= discover(settings).catch((fault: unknown) => {
      known = undefined; // the next visitor asks again
      throw fault;
    });
    return known;
  };
  return {
    settings,
    begin: async (back) => {
      const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(await provider(), {
        redirect_uri: back,
        scope: 'openid email profile',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, secrets };
    },
    finish: async (address, { state, nonce, verifier }) => {
      const config = await provider();
      const tokens = await authorizationCodeGrant(config, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('The provider said nothing about who came.');
      const more = config.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(config, tokens.access_token, claims.sub)
        : {};
      return readClaims({ ...more, ...claims }, settings.groupsClaim);
    },
  };
}

/** TLS is demanded by the settings, save on this very machine. What it says of somebody counts with its signature alone. */
function discover({ issuer, clientId, clientSecret }: CouncilSettings): Promise<Configuration> {
  const plain = new URL(issuer).protocol === 'http:';
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: [enableNonRepudiationChecks, ...(plain ? [allowInsecureRequests] : [])],
    timeout: 10,
  });
}
