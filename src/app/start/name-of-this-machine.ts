import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';

/** Milliseconds in which this very machine answers itself. */
const PATIENCE = 300;

/**
 * How a browser on this machine reaches a server that listens on 127.0.0.1 at that port: by the name `localhost`, since passkeys
 * belong to a name; by its number where the name leads elsewhere, or to somebody else's server.
 */
export async function nameOfThisMachine(port: number): Promise<'localhost' | '127.0.0.1'> {
  const places = await lookup('localhost', { all: true }).catch(() => []);
  const ours = places.some(({ address }) => address === '127.0.0.1');
  const others = places.map(({ address }) => address).filter((address) => address !== '127.0.0.1');
  const taken = await Promise.all(others.map((address) => answers(address, port)));
  return ours && !taken.includes(true) ? 'localhost' : '127.0.0.1';
}

/** Does anybody listen there? */
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((told) => {
    const socket = connect({ host, port, timeout: PATIENCE });
    const say = (answer: boolean) => {
      socket.destroy();
      told(answer);
    };
    socket.once('connect', () => say(true));
    socket.once('timeout', () => say(false));
    socket.once('error', () => say(false));
  });
