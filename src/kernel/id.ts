/** A UUID in lower case. Made in the application, given to cores as an argument; random, or derived from a source and its natural key. */
export type Id = string & { readonly Id: unique symbol };

/** Reads a UUID; answers undefined for anything else. */
export const id = (text: string): Id | undefined =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text) ? (text as Id) : undefined;
