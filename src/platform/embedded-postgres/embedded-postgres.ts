import path from 'node:path';
import { binariesFor } from './binaries.ts';
import { ensureCluster, ownerPassword } from './cluster.ts';
import { foldersFor } from './folders.ts';
import { join, type Membership, type Wanted, wasLast } from './membership.ts';
import { stopPostmaster } from './postmaster.ts';

/** A real PostgreSQL that comes with the packages and lives in a folder: for development, trial and tests. */
export type EmbeddedPostgres = {
  /** Was the server running already, for another command or left behind by a killed one? */
  readonly reused: boolean;
  /** The address of a database for the owner of the cluster. It holds the password: never print it. */
  readonly url: (database?: string) => string;
  /** Leaves the server; whoever leaves last stops it. Answers whether that was us. May be called twice. */
  stop(): Promise<boolean>;
};

export type EmbeddedOptions = {
  readonly dataFolder: string;
  /** Gives up safety against power loss for speed. Throwaway databases of tests only. */
  readonly fast?: boolean;
  /** The server was lost (killed from outside, say) and could not be brought back on the same port. */
  readonly onLost?: (fault: Error) => void;
};

/** Starts the server of a data folder, or joins the one that runs there. Throws a sentence when it cannot. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folders = foldersFor(path.resolve(options.dataFolder));
  const binaries = binariesFor(folders.account, folders.home);
  ensureCluster(folders, binaries);
  const rejoin = (wanted: Wanted) => join(folders, binaries, wanted);
  const first = await rejoin({ port: undefined, fast: options.fast ?? false });
  const port = first.postmaster.port;
  const member = keepMember(first, () => rejoin({ port, fast: options.fast ?? false }), options.onLost ?? (() => {}));
  const password = encodeURIComponent(ownerPassword(folders));
  return {
    reused: !first.started,
    url: (database = 'postgres') => `postgres://sightline_owner:${password}@127.0.0.1:${port}/${database}`,
    stop: member.leave,
  };
}

/** Stays a member when the server crashes and recovers, or is killed: starts it again at its old port, which the pools know. */
function keepMember(first: Membership, rejoin: () => Promise<Membership>, onLost: (fault: Error) => void) {
  let current: Promise<Membership> = Promise.resolve(first);
  let leaving: Promise<boolean> | undefined;
  const watch = (membership: Membership): Membership => {
    membership.connection.once('end', () => {
      if (leaving !== undefined) return;
      current = rejoin().then((again) => {
        if (again.postmaster.port !== first.postmaster.port)
          throw new Error('The embedded PostgreSQL moved elsewhere.');
        return watch(again);
      });
      current.catch((fault: unknown) => onLost(fault instanceof Error ? fault : new Error(String(fault))));
    });
    return membership;
  };
  watch(first);
  const leave = async (): Promise<boolean> => {
    const membership = await current.catch(() => undefined);
    if (!membership) return false;
    const last = await wasLast(membership).catch(() => true);
    if (last) await stopPostmaster(membership.postmaster);
    await membership.connection.end().catch(() => {});
    return last;
  };
  return {
    leave: () => {
      leaving ??= leave();
      return leaving;
    },
  };
}
