import { Protected, reveal } from '../kernel/protected.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a JSON value: keys in order of their code units, no spaces, numbers as JavaScript prints them (minus
 * zero is zero). A property that is undefined is absent. Throws for what JSON cannot say: NaN, infinities, dates,
 * functions, undefined in a list.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new Error(`JSON has no word for ${typeof value === 'object' ? value?.constructor?.name : typeof value}`);
}

/**
 * The same of the data of an entry, for the book alone: a field that is read as a protected value is written as the plain one
 * that it holds, so that the bytes of an entry do not depend on what is guarded.
 */
export function canonicalData(data: unknown): string {
  if (!isPlainObject(data) || !Object.values(data).some((value) => value instanceof Protected))
    return canonicalJson(data);
  const plain = Object.entries(data).map(([key, value]) => [key, value instanceof Protected ? reveal(value) : value]);
  return canonicalJson(Object.fromEntries(plain));
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`JSON has no word for the number ${value}`);
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort(byCodeUnit)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
