/** As much of the provider as our tests use: the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly object[];
        readonly pkce: { required: () => boolean };
        readonly claims: Readonly<Record<string, readonly string[]>>;
        readonly findAccount: (context: unknown, sub: string) => { accountId: string; claims: () => object };
        readonly cookies: { readonly keys: readonly string[] };
        readonly ttl: Readonly<Record<string, number>>;
      },
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
