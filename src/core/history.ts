import type { Snapshot } from './simulation.ts';

/** Bytes of snapshots kept. */
const MOST_BYTES = 64 * 2 ** 20;
/** Steps between the first snapshots: taking one costs about a twentieth of a step. */
const FIRST_STRIDE = 8;

interface Kept {
  readonly step: number;
  readonly snapshot: Snapshot;
}

/**
 * Snapshots of a run on its way, in bounded memory: any step is reached again by replaying from the kept one before it.
 * When memory is full every other snapshot goes, and from then on they are twice as far apart.
 */
export class History {
  readonly #most: number;
  #kept: Kept[] = [];
  #bytes = 0;
  #stride = FIRST_STRIDE;

  /** mostBytes: of all snapshots together. The first one is kept whatever its size. */
  constructor(mostBytes: number = MOST_BYTES) {
    this.#most = mostBytes;
  }

  /** Steps between snapshots: the longest replay. */
  get stride(): number {
    return this.#stride;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Call after every step, the start (0) included; steps already kept are not taken again. */
  record(step: number, take: () => Snapshot): void {
    const last = this.#kept[this.#kept.length - 1];
    if (step % this.#stride !== 0 || (last && step <= last.step)) return;
    const snapshot = take();
    const bytes = bytesOf(snapshot);
    while (this.#bytes + bytes > this.#most && this.#kept.length > 1) this.#thin();
    if (this.#kept.length > 0 && (step % this.#stride !== 0 || this.#bytes + bytes > this.#most)) return;
    this.#kept.push({ step, snapshot });
    this.#bytes += bytes;
  }

  /** The last snapshot at or before a step. Throws before the start was recorded. */
  before(step: number): Kept {
    const found = this.#kept.findLast((kept) => kept.step <= step);
    if (!found) throw new Error(`history: step ${step} lies before the first snapshot`);
    return found;
  }

  #thin(): void {
    this.#stride *= 2;
    this.#kept = this.#kept.filter(({ step }) => step % this.#stride === 0);
    this.#bytes = this.#kept.reduce((sum, { snapshot }) => sum + bytesOf(snapshot), 0);
  }
}

function bytesOf({ regions }: Snapshot): number {
  return regions.reduce((sum, region) => sum + region.byteLength, 0);
}
