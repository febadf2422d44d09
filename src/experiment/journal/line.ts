import type { EconomyRecord, RunRecord } from '../types.ts';
import { base64ToDoubles, doublesToBase64 } from './base64.ts';
import { crc32 } from './crc32.ts';

/**
 * A run as a line of the journal: `<bytes of the JSON> <its CRC-32, 8 hex digits> <JSON>` and a line feed. It is written
 * where the run was made and checked wherever it is read, so what a worker, a network or a disk damages is never taken.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const SPACE = 32;
export const LINE_FEED = 10;

type Written = Omit<RunRecord, 'economies'> & {
  economies: (Omit<EconomyRecord, 'series'> & { series: string | null })[];
};

function jsonOf(record: RunRecord): string {
  if (record.economies.every(({ series }) => series === null)) return JSON.stringify(record);
  const economies = record.economies.map((economy) => ({
    ...economy,
    series: economy.series && doublesToBase64(economy.series),
  }));
  return JSON.stringify({ ...record, economies });
}

/** Lines one behind the other, in room that is used again and again. */
export class Lines {
  #room = new Uint8Array(1 << 16);
  #used = 0;

  /** Adds the line of a run, its line feed included. */
  add(record: RunRecord): void {
    const json = jsonOf(record);
    // UTF-8 takes at most three bytes for a unit of UTF-16, and the head at most 20.
    this.#need(20 + 3 * json.length + 1);
    const from = this.#used;
    let start = from + headOf(json.length, 0).length;
    const { written } = encoder.encodeInto(json, this.#room.subarray(start));
    const head = headOf(written, crc32(this.#room, start, start + written));
    // More bytes than units: their number may have a digit more.
    if (from + head.length !== start) {
      this.#room.copyWithin(from + head.length, start, start + written);
      start = from + head.length;
    }
    encoder.encodeInto(head, this.#room.subarray(from));
    this.#room[start + written] = LINE_FEED;
    this.#used = start + written + 1;
  }

  #need(bytes: number): void {
    if (this.#used + bytes <= this.#room.length) return;
    const larger = new Uint8Array(2 * (this.#used + bytes));
    larger.set(this.#room.subarray(0, this.#used));
    this.#room = larger;
  }

  /** What was added since the last time. */
  taken(): Uint8Array<ArrayBuffer> {
    const lines = this.#room.slice(0, this.#used);
    this.#used = 0;
    return lines;
  }
}

const headOf = (bytes: number, crc: number): string => `${bytes} ${crc.toString(16).padStart(8, '0')} `;

const single = new Lines();

/** The line of a run, its line feed included. */
export function encodeLine(record: RunRecord): Uint8Array<ArrayBuffer> {
  single.add(record);
  return single.taken();
}

/** Where the JSON of a line begins, if the line (without its line feed) is as it was written; else −1. */
function whole(bytes: Uint8Array): number {
  const first = bytes.indexOf(SPACE);
  const second = bytes.indexOf(SPACE, first + 1);
  // A length has at most 10 digits: the second space of what is no line may be far away, or nowhere.
  if (first < 1 || first > 10 || second !== first + 9) return -1;
  const head = String.fromCharCode(...bytes.subarray(0, second));
  if (!/^\d+ [0-9a-f]{8}$/.test(head)) return -1;
  const start = second + 1;
  if (Number(head.slice(0, first)) !== bytes.length - start) return -1;
  return Number.parseInt(head.slice(first + 1), 16) === crc32(bytes, start) ? start : -1;
}

/** The run of a line without its line feed; null if a byte of it is not as it was written. */
export function decodeLine(bytes: Uint8Array): RunRecord | null {
  const start = whole(bytes);
  if (start < 0) return null;
  const written = JSON.parse(decoder.decode(bytes.subarray(start))) as Written;
  const economies = written.economies.map((economy) => ({
    ...economy,
    series: economy.series === null ? null : base64ToDoubles(economy.series),
  }));
  return { ...written, economies };
}
