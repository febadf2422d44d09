import { type FileHandle, open } from 'node:fs/promises';
import { decodeLine, LINE_FEED } from '../journal/line.ts';
import type { RunRecord } from '../types.ts';
import { SweepStopped } from './stopped.ts';

/** At most so many ms of finished runs are at the mercy of a power cut. Of a killed process none are: the system has them. */
const SYNC = 1000;
const CHUNK = 1 << 20;

/** Errors that say there is no room. */
const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** A line of the journal that is as it was written. */
export interface Entry {
  record: RunRecord;
  /** Where the line begins and how long it is, without its line feed. */
  offset: number;
  length: number;
}

/** What is in the way of reading a journal to its end. */
export interface Damage {
  /** Lines with a byte that is not as it was written. Their runs count as not made. */
  lines: number;
  /** Bytes after the last line feed: a line that was being written when its writer was killed. */
  torn: number;
  /** Where the last line ends. */
  end: number;
}

/** Reads a journal line by line. Yields what is whole; `damage` is complete when it ends. */
export async function* readJournal(path: string, damage: Damage): AsyncGenerator<Entry> {
  const file = await open(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    let offset = 0;
    for (let position = 0; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await file.read(chunk, 0, CHUNK, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      const bytes =
        rest.length === 0
          ? chunk.subarray(0, bytesRead)
          : Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let from = 0;
      for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
        const record = decodeLine(bytes.subarray(from, to));
        if (record) yield { record, offset: offset + from, length: to - from };
        else damage.lines++;
        from = to + 1;
      }
      offset += from;
      rest = bytes.subarray(from);
      damage.end = offset;
      damage.torn = rest.length;
    }
  } finally {
    await file.close();
  }
}

export const undamaged = (): Damage => ({ lines: 0, torn: 0, end: 0 });

/** The part of a file handle that a journal writes through. */
export type Writable = Pick<FileHandle, 'write' | 'truncate' | 'datasync' | 'close'>;

/** The end of a journal, to which finished runs are added. */
export class JournalWriter {
  readonly #file: Writable;
  #end: number;
  #synced = performance.now();

  /** end: where the last whole line ends; whatever is behind is cut off before the first write. */
  constructor(file: Writable, end: number) {
    this.#file = file;
    this.#end = end;
  }

  /** Opens a journal behind its last whole line, and cuts off what a killed writer left there. */
  static async open(path: string, { end, torn }: Damage): Promise<JournalWriter> {
    const file = await open(path, 'a+').then((handle) => handle.close().then(() => open(path, 'r+')));
    if (torn > 0) await file.truncate(end);
    return new JournalWriter(file, end);
  }

  /** Adds whole lines. SweepStopped if there is no room: then nothing of them is left. */
  async append(lines: Uint8Array): Promise<void> {
    try {
      for (let done = 0; done < lines.length; ) {
        const { bytesWritten } = await this.#file.write(lines, done, lines.length - done, this.#end + done);
        done += bytesWritten;
      }
      this.#end += lines.length;
      if (performance.now() - this.#synced > SYNC) await this.#sync();
    } catch (error) {
      // Cutting a file short needs no room. If even that fails, the next reader does it.
      await this.#file.truncate(this.#end).catch(() => {});
      throw stoppedBy(error as NodeJS.ErrnoException);
    }
  }

  async #sync(): Promise<void> {
    await this.#file.datasync();
    this.#synced = performance.now();
  }

  async close(): Promise<void> {
    try {
      await this.#sync();
    } catch (error) {
      throw stoppedBy(error as NodeJS.ErrnoException);
    } finally {
      await this.#file.close();
    }
  }
}

/** A failure to write in words: a full disk is no fault of the sweep's. */
export function stoppedBy(error: NodeJS.ErrnoException): Error {
  if (!full.includes(error.code ?? '')) return error;
  return new SweepStopped(`the disk is full (${error.code}): make room, then go on with`, 'resume');
}
