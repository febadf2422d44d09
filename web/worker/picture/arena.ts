/** One buffer for all lines of a frame: nothing is allocated while a run plays, and one transfer moves it to the page. */
export class Arena {
  #buffer = new Float32Array(1 << 15);
  #used = 0;

  /** Forgets what was handed out; the next frame reuses it. */
  clear(): void {
    this.#used = 0;
  }

  /** Room for up to `length` numbers; `keep` says how many were used. */
  room(length: number): Float32Array {
    if (this.#used + length > this.#buffer.length) {
      // What was handed out of the old buffer in this frame stays valid: its views hold it.
      this.#buffer = new Float32Array(2 * (this.#buffer.length + length));
      this.#used = 0;
    }
    return this.#buffer.subarray(this.#used, this.#used + length);
  }

  /** The first `length` numbers of the room given last, now taken. */
  keep(room: Float32Array, length: number): Float32Array {
    this.#used += length;
    return room.subarray(0, length);
  }

  of(...values: number[]): Float32Array {
    const room = this.room(values.length);
    room.set(values);
    return this.keep(room, values.length);
  }
}
