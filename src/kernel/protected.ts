/** What stands wherever a protected value would have been printed. */
export const WITHHELD = 'withheld';

/**
 * A value that must not be printed: an address that keeps somebody safe by being unknown. It has no text, no JSON and no
 * inspection; `reveal` is the one way to it, and says for what.
 */
export class Protected<Value> {
  readonly #value: Value;
  private constructor(value: Value) {
    this.#value = value;
  }
  static of<Value>(value: Value): Protected<Value> {
    return new Protected(value);
  }
  /** Only for `reveal` below: an architecture test lists who calls that. */
  static valueOf<Value>(kept: Protected<Value>): Value {
    return kept.#value;
  }
  toString(): never {
    throw new Error('A protected value was about to be printed.');
  }
  toJSON(): never {
    throw new Error('A protected value was about to be serialised.');
  }
  valueOf(): never {
    throw new Error('A protected value was about to be used as a plain one.');
  }
  [Symbol.toPrimitive](): never {
    throw new Error('A protected value was about to be printed.');
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Protected(${WITHHELD})`;
  }
}

/** The plain value, for one named purpose. Every caller is listed in `test/architecture`. */
export const reveal = <Value>(kept: Protected<Value>): Value => Protected.valueOf(kept);

export const isProtected = (value: unknown): value is Protected<unknown> => value instanceof Protected;
