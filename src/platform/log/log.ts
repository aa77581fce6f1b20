import { knownWords } from './fault-words.ts';

/**
 * The operators' log: one JSON line an event on standard error. It holds ids, numbers and fixed words, never a name, an
 * address or anything that a person typed; what comes from a fault passes `faultForLog`.
 */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** A log that writes to a stream, with the real time of day of the machine. */
export const logTo =
  (stream: { write(line: string): unknown }, wall: () => number = Date.now): Log =>
  (event, fields = {}) => {
    stream.write(`${JSON.stringify({ at: new Date(wall()).toISOString(), event, ...fields })}\n`);
  };

/**
 * What may be told of a fault: its kind, code and place, and of its message the words that can be nobody's. The place leads to
 * the source, and there the whole sentence stands.
 */
export function faultForLog(fault: unknown): Record<string, string | undefined> {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const { code, constraint, table, routine } = fault as Error & Record<string, unknown>;
  return {
    kind: /^[A-Z][A-Za-z]*(Error|Exception|Backup)$/.test(fault.name) ? fault.name : 'Error',
    code: typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined,
    constraint: identifier(constraint),
    table: identifier(table),
    routine: identifier(routine),
    message: knownWords(fault.message),
    place: placesOf(fault),
  };
}

/** A name out of our own schema: small letters and underscores. */
const identifier = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/i.test(value) && value.length <= 63 ? value : undefined;

/** `function (file:line:column)`; the message, which stands before the places and may have lines of its own, is passed over. */
const PLACE = /^\s+at (?:(?:async |new )?[\w.$<>#[\] ]+ \()?((?:file:|node:|\/)[^()\s]*(?: [^()\s]*)*:\d+:\d+)\)?$/;

function placesOf({ stack, message }: Error): string | undefined {
  const from = stack?.indexOf(message) ?? -1;
  return stack
    ?.slice(from < 0 ? 0 : from + message.length)
    .split('\n')
    .filter((line) => PLACE.test(line))
    .slice(0, 6)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/(?:file:\/\/)?\/\S*\/(?=(src|dist|node_modules|test)\/)/, ''),
    )
    .join(' < ');
}
