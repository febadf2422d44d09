/** Hands items from whoever has them to one who takes them in turn; `give` resolves once its item has been dealt with. */
export class Channel<T> {
  readonly #items: { item: T; settle: () => void }[] = [];
  #wake: (() => void) | null = null;

  give(item: T): Promise<void> {
    return new Promise((settle) => {
      this.#items.push({ item, settle });
      this.wake();
    });
  }

  /** Lets whoever waits look up. */
  wake(): void {
    this.#wake?.();
  }

  /** The next item, or null after `wake`. Call `settle` when it has been dealt with. */
  async take(): Promise<{ item: T; settle: () => void } | null> {
    const next = this.#items.shift();
    if (next) return next;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = null;
    return this.#items.shift() ?? null;
  }
}
