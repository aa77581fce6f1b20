/** A decision happens or is refused. A refusal is an answer, not an error. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <Value>(value: Value) => ({ ok: true, value }) as const;
export const refused = <Refusal>(refusal: Refusal) => ({ ok: false, refusal }) as const;

/** For the last branch of a choice over a closed set: the compiler proves that we never get here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
