/** Numbers by the 16 bytes of an id, found where they lie in a row: without making a text of each. */
export class IdTable {
  private keys = Buffer.alloc(16 * 1024);
  private values = new Float64Array(1024);
  private taken = new Uint8Array(1024);
  private size = 0;

  /** Keeps the smaller of the number that is there and this one. */
  setLeast(bytes: Buffer, at: number, value: number): void {
    if (this.size * 2 >= this.taken.length) this.grow();
    const slot = this.slotOf(bytes, at);
    if (this.taken[slot] === 1) {
      this.values[slot] = Math.min(this.values[slot] as number, value);
      return;
    }
    bytes.copy(this.keys, slot * 16, at, at + 16);
    this.taken[slot] = 1;
    this.values[slot] = value;
    this.size += 1;
  }

  get(bytes: Buffer, at: number): number | undefined {
    if (this.size === 0) return undefined;
    const slot = this.slotOf(bytes, at);
    return this.taken[slot] === 1 ? this.values[slot] : undefined;
  }

  /** The slot that holds the id, or the free one where it would go. */
  private slotOf(bytes: Buffer, at: number): number {
    const mask = this.taken.length - 1;
    let slot = mixed(bytes, at) & mask;
    while (this.taken[slot] === 1 && !this.holds(slot, bytes, at)) slot = (slot + 1) & mask;
    return slot;
  }

  private holds(slot: number, bytes: Buffer, at: number): boolean {
    for (let i = 0; i < 16; i += 1) if (this.keys[slot * 16 + i] !== bytes[at + i]) return false;
    return true;
  }

  private grow(): void {
    const { keys, values, taken } = this;
    this.keys = Buffer.alloc(keys.length * 2);
    this.values = new Float64Array(values.length * 2);
    this.taken = new Uint8Array(taken.length * 2);
    this.size = 0;
    for (let slot = 0; slot < taken.length; slot += 1)
      if (taken[slot] === 1) this.setLeast(keys, slot * 16, values[slot] as number);
  }
}

/** Every bit of the id moves every bit of the slot: ids that count upwards must not lie side by side. */
function mixed(bytes: Buffer, at: number): number {
  let mix = 0;
  for (let word = 0; word < 16; word += 4) {
    mix = Math.imul(mix ^ bytes.readInt32BE(at + word), 0x9e3779b1);
    mix ^= mix >>> 15;
  }
  return mix;
}
