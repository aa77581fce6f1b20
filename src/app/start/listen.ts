import type { Web } from '../../platform/http/web.ts';
import { FIRST_PORT } from '../config.ts';

const TRIES = 20;

/** Listens on the address, at the port that was set, or else the first free one from 3000 on. Answers the port. */
export async function listen(web: Web, host: string, port: number | undefined): Promise<number> {
  for (let tried = port ?? FIRST_PORT; ; tried += 1) {
    try {
      await web.listen({ host, port: tried });
      const address = web.server.address();
      return typeof address === 'object' && address ? address.port : tried;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'EACCES')
        throw new Error(`Port ${tried} may not be used by this account. Set PORT to another.`);
      if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault;
      if (port !== undefined || tried >= FIRST_PORT + TRIES)
        throw new Error(`Port ${tried} is taken. Set PORT to another.`);
    }
  }
}
