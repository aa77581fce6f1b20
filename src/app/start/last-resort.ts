import { faultForLog, type Log } from '../../platform/log/log.ts';

/** What of a process is needed here: `process` itself, or a stand-in. */
type Process = { on(event: 'uncaughtException' | 'unhandledRejection', hear: (fault: unknown) => void): unknown };

/**
 * What nobody caught is told to the log, without names. A promise that failed unseen harms one answer: the house goes on. After
 * anything else nobody knows what stands, so the house ends in order, and whoever keeps it running starts it again.
 */
export function lastResort(watched: Process, log: Log, end: (code: number) => void): void {
  watched.on('unhandledRejection', (fault) => log('process.promise-failed', faultForLog(fault)));
  watched.on('uncaughtException', (fault) => {
    log('process.fault', faultForLog(fault));
    end(1);
  });
}
