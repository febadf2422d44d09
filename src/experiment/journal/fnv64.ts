const encoder = new TextEncoder();

/** FNV-1a, 64 bits (Fowler, Noll & Vo; RFC 9923), over text as UTF-8: tells things apart, and withstands no attacker. */
export class Fnv64 {
  #high = 0xcbf29ce4;
  #low = 0x84222325;

  /** This hash so far, to go on from more than once. */
  copy(): Fnv64 {
    const other = new Fnv64();
    other.#high = this.#high;
    other.#low = this.#low;
    return other;
  }

  add(text: string): this {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // Up to here one unit is one byte, and needs no encoder.
      if (unit >= 0x80) return this.#addBytes(encoder.encode(text.slice(i)));
      this.#addByte(unit);
    }
    return this;
  }

  #addBytes(bytes: Uint8Array): this {
    for (const byte of bytes) this.#addByte(byte);
    return this;
  }

  #addByte(byte: number): void {
    const low = (this.#low ^ byte) >>> 0;
    // Times 2^40 + 0x1b3: the low word carries what its product has above 32 bits.
    const product = low * 0x1b3;
    const carried = Math.floor(product / 2 ** 32) + (low << 8);
    this.#high = (Math.imul(this.#high, 0x1b3) + carried) >>> 0;
    this.#low = product >>> 0;
  }

  /** 16 hex digits. */
  digest(): string {
    const hex = (word: number) => word.toString(16).padStart(8, '0');
    return hex(this.#high) + hex(this.#low);
  }
}
