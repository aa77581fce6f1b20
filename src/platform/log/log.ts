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

/** What may be told of a fault: its kind, code and place, and its message without anything quoted, numbered or addressed. */
export function faultForLog(fault: unknown): Record<string, string | undefined> {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const { code, constraint, table, routine } = fault as Error & Record<string, unknown>;
  const word = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    kind: fault.name,
    code: word(code),
    constraint: word(constraint),
    table: word(table),
    routine: word(routine),
    message: withoutParticulars(fault.message),
    place: placesOf(fault.stack),
  };
}

/** Takes out what was quoted, e-mail addresses, numbers and capitalised words after the first: a message may cite a row. */
export const withoutParticulars = (message: string): string =>
  message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|\([^)]*\)=\([^)]*\)/g, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d[\d\-/.:T]*/g, '…')
    .replace(/(?<=\S\s)\p{Lu}[\p{Ll}’'-]+/gu, '…')
    .slice(0, 500);

const placesOf = (stack: string | undefined): string | undefined =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/file:\/\/\S*\/(?=(src|dist|node_modules)\/)/, ''),
    )
    .join(' < ');
