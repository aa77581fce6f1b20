import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';

/** Uses the embedded database of a folder until it is told to leave: a line for each step, for the tests that watch it. */
const server = await startEmbeddedPostgres({
  dataFolder: process.argv[2] ?? '',
  onLost: (fault) => console.log(`lost ${fault.message}`),
});
console.log(`up ${server.reused ? 'shared' : 'started'} ${new URL(server.url()).port}`);
const leave = async (): Promise<void> => {
  console.log(`left ${(await server.stop()) ? 'last' : 'others'}`);
  process.exit(0);
};
process.on('SIGINT', () => void leave());
const forHowLong = Number(process.argv[3] ?? 600_000);
setTimeout(() => void leave(), forHowLong);
