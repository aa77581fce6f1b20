import { isIP } from 'node:net';
import { ON_THIS_MACHINE, SAFE_LIMITS, type Serving, type ServingLimits } from '../platform/http/serving.ts';
import type { Mark } from './house-mark.ts';
import { isOwnMachine } from './own-machine.ts';

/** The settings of the server in the network and what is wrong with them, each fault a sentence. */
export type ServingConfig = { readonly settings: Serving; readonly faults: readonly string[] };

const LIMITS: {
  readonly [Limit in keyof ServingLimits]: { readonly name: string; readonly least: number; readonly most: number };
} = {
  requestSeconds: { name: 'SIGHTLINE_REQUEST_SECONDS', least: 5, most: 3_600 },
  silentSeconds: { name: 'SIGHTLINE_SILENT_SECONDS', least: 5, most: 3_600 },
  idleSeconds: { name: 'SIGHTLINE_IDLE_SECONDS', least: 1, most: 600 },
  headerBytes: { name: 'SIGHTLINE_HEADER_BYTES', least: 4_096, most: 65_536 },
};

/** Reads SIGHTLINE_LISTEN, SIGHTLINE_PUBLIC_URL, SIGHTLINE_TRUST_PROXY and the limits. */
export function readServingConfig(env: NodeJS.ProcessEnv): ServingConfig {
  const faults: string[] = [];
  const told = (name: string): string | undefined => env[name]?.trim() || undefined;
  const listen = told('SIGHTLINE_LISTEN') ?? ON_THIS_MACHINE.listen;
  if (!isIP(listen))
    faults.push(`SIGHTLINE_LISTEN must be an address of this machine, as in 0.0.0.0, not "${listen}".`);
  const publicUrl = told('SIGHTLINE_PUBLIC_URL');
  const url = publicUrl !== undefined && URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  if (publicUrl !== undefined && !isOrigin(url))
    faults.push(
      `SIGHTLINE_PUBLIC_URL must be an address like https://sightline.example.gov.uk, without a path, not "${publicUrl}".`,
    );
  const proxies = told('SIGHTLINE_TRUST_PROXY')
    ?.split(',')
    .map((each) => each.trim());
  for (const each of proxies ?? [])
    if (!isNetwork(each))
      faults.push(
        `SIGHTLINE_TRUST_PROXY must list addresses or networks, as in 10.0.0.7 or 10.0.0.0/24, not "${each}".`,
      );
  const limits = Object.fromEntries(
    Object.entries(LIMITS).map(([limit, { name, least, most }]) => {
      const text = told(name);
      const value = text === undefined ? SAFE_LIMITS[limit as keyof ServingLimits] : Number(text);
      if (!Number.isInteger(value) || value < least || value > most)
        faults.push(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
      return [limit, value];
    }),
  ) as ServingLimits;
  return { settings: { listen, publicUrl: url, trustProxy: proxies ?? ON_THIS_MACHINE.trustProxy, limits }, faults };
}

const isOrigin = (url: URL | undefined): boolean =>
  url !== undefined &&
  /^https?:$/.test(url.protocol) &&
  url.pathname === '/' &&
  url.search === '' &&
  url.username === '';

/** All of the world is no proxy. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

/**
 * Why this must not be served: children's names never cross a network in the clear, nor does a stranger say who they are. Every
 * fault at once, each a sentence. An invented county may be shown as it is.
 */
export function faultsOfServing({ listen, publicUrl, trustProxy }: Serving, mark: Mark): string[] {
  if (mark === 'invented') return [];
  const faults: string[] = [];
  const open = !isOwnMachine(listen);
  const behindTls = publicUrl?.protocol === 'https:';
  if (publicUrl && !behindTls && !isOwnMachine(publicUrl.hostname))
    faults.push(
      `A real record is served over TLS alone: SIGHTLINE_PUBLIC_URL must begin with https://, not ${publicUrl.origin}.`,
    );
  if (open && publicUrl === undefined)
    faults.push(
      `A real record listens on ${listen} only behind TLS: set SIGHTLINE_PUBLIC_URL to its https:// address.`,
    );
  if (open && trustProxy.includes('loopback'))
    faults.push(
      `A real record listens on ${listen} only behind a proxy: set SIGHTLINE_TRUST_PROXY to the address of the proxy that speaks TLS.`,
    );
  return faults;
}
