/** Those who wait for something to be over. */
export class Waiting {
  #resolves: (() => void)[] = [];

  get isEmpty(): boolean {
    return this.#resolves.length === 0;
  }

  /** Settles with the next release. */
  wait(): Promise<void> {
    return new Promise((resolve) => this.#resolves.push(resolve));
  }

  release(): void {
    const resolves = this.#resolves;
    this.#resolves = [];
    for (const resolve of resolves) resolve();
  }
}
