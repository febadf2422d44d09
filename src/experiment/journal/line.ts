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

/** Room for a line, used again and again: its head goes before HEAD, its JSON from there on. */
let room = new Uint8Array(1 << 16);
const HEAD = 32;

/** The line of a run, its line feed included. */
export function encodeLine(record: RunRecord): Uint8Array<ArrayBuffer> {
  const json = jsonOf(record);
  // UTF-8 takes at most three bytes for a unit of UTF-16.
  if (room.length < HEAD + 3 * json.length + 1) room = new Uint8Array(2 * (HEAD + 3 * json.length + 1));
  const { written } = encoder.encodeInto(json, room.subarray(HEAD));
  const end = HEAD + written;
  const head = `${written} ${crc32(room, HEAD, end).toString(16).padStart(8, '0')} `;
  encoder.encodeInto(head, room.subarray(HEAD - head.length));
  room[end] = LINE_FEED;
  return room.slice(HEAD - head.length, end + 1);
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
