import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeLine } from '../../../../src/experiment/journal/line.ts';
import {
  JournalWriter,
  readJournal,
  undamaged,
  type Writable,
} from '../../../../src/experiment/node/journal.ts';
import { SweepStopped } from '../../../../src/experiment/node/stopped.ts';
import { record } from '../sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'turnpike-journal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'runs.journal');

const lineOf = (run: number) => encodeLine({ ...record, run });
const journalOf = (...runs: number[]) => Buffer.concat(runs.map(lineOf));

async function read() {
  const damage = undamaged();
  const bytes = readFileSync(path);
  const runs: number[] = [];
  for await (const { record, offset, length } of readJournal(path, damage)) {
    runs.push(record.run);
    expect(bytes.subarray(offset, offset + length).equals(lineOf(record.run).subarray(0, -1))).toBe(true);
  }
  return { runs, damage };
}

describe('a journal', () => {
  test('is read back line by line, whatever the pieces it is read in', async () => {
    // Longer than one piece of 1 MiB, so that lines lie across its end.
    const runs = Array.from({ length: 4000 }, (_, run) => run);
    writeFileSync(path, journalOf(...runs));
    expect(await read()).toEqual({ runs, damage: { lines: 0, torn: 0, end: statSync(path).size } });
  });

  test('that ends anywhere inside its last line loses that line only, and goes on behind the one before', async () => {
    const whole = journalOf(1, 2);
    const last = lineOf(3);
    for (const cut of [1, 2, 10, last.length >> 1, last.length - 2, last.length - 1]) {
      writeFileSync(path, Buffer.concat([whole, last.subarray(0, cut)]));
      const { runs, damage } = await read();
      expect({ runs, ...damage }).toEqual({ runs: [1, 2], lines: 0, torn: cut, end: whole.length });
      const writer = await JournalWriter.open(path, damage);
      await writer.append(lineOf(4));
      await writer.close();
      expect(readFileSync(path)).toEqual(journalOf(1, 2, 4));
    }
  });

  test('with a damaged line in its middle loses that line only', async () => {
    const bytes = journalOf(1, 2, 3);
    bytes[lineOf(1).length + 40] ^= 1;
    writeFileSync(path, bytes);
    const { runs, damage } = await read();
    expect(runs).toEqual([1, 3]);
    expect(damage).toMatchObject({ lines: 1, torn: 0 });
  });
});

/** A file on a disk that has room for so many bytes: like the system's, it takes what fits before it says no. */
async function onDisk(room: { bytes: number }): Promise<Writable> {
  const file = await open(path, 'r+');
  return {
    async write(data: Uint8Array, offset: number, length: number, position: number) {
      const fits = Math.min(length, room.bytes - position);
      if (fits <= 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      return file.write(data, offset, fits, position);
    },
    truncate: (length: number) => file.truncate(length),
    datasync: () => file.datasync(),
    close: () => file.close(),
  } as Writable;
}

describe('a full disk', () => {
  test('stops the sweep in words, keeps whole lines only, and when there is room it goes on', async () => {
    writeFileSync(path, '');
    const room = { bytes: journalOf(1, 2).length + 100 };
    const writer = new JournalWriter(await onDisk(room), 0);
    await writer.append(journalOf(1, 2));
    await expect(writer.append(lineOf(3))).rejects.toThrow(/the disk is full \(ENOSPC\): make room/);
    await expect(writer.append(lineOf(3))).rejects.toBeInstanceOf(SweepStopped);
    await writer.close();
    expect(readFileSync(path)).toEqual(journalOf(1, 2));
    room.bytes = 1e6;
    const again = new JournalWriter(await onDisk(room), statSync(path).size);
    await again.append(lineOf(3));
    await again.close();
    expect(await read()).toMatchObject({ runs: [1, 2, 3] });
  });

  test('any other failure to write keeps its own words', async () => {
    writeFileSync(path, '');
    const file = await open(path, 'r');
    const writer = new JournalWriter(file, 0);
    await expect(writer.append(lineOf(1))).rejects.toThrow(/EBADF/);
    await file.close();
  });
});
