import { isOwnMachine } from './own-machine.ts';

/** A socket in a folder of this machine, as an address of PostgreSQL has it. */
const isFolder = (host: string): boolean => /^(%2F|\/)/i.test(host);

/**
 * Why a database must not be asked at this address, named as its setting: what goes to another machine (names, and the password)
 * goes over TLS, to a server that shows a certificate of that name. Undefined where nothing is wrong.
 */
export function faultOfDatabase(setting: string, address: string): string | undefined {
  const { hostname, searchParams } = new URL(address);
  const hosts = [hostname, ...searchParams.getAll('host')];
  if (hosts.every((host) => isOwnMachine(host) || isFolder(host))) return undefined;
  const modes = searchParams.getAll('sslmode');
  if (modes.length > 0 && modes.every((mode) => mode === 'verify-full')) return undefined;
  return `${setting} names a database on another machine, which is asked over TLS alone: add ?sslmode=verify-full to it, and &sslrootcert=FILE where the certificate is the council's own.`;
}

/** Why this process would believe any certificate. Undefined where it checks them. */
export const faultOfCertificates = (env: NodeJS.ProcessEnv): string | undefined =>
  env.NODE_TLS_REJECT_UNAUTHORIZED === '0'
    ? 'NODE_TLS_REJECT_UNAUTHORIZED=0 would believe anybody’s certificate: take it away, and name the council’s own authority in NODE_EXTRA_CA_CERTS.'
    : undefined;
