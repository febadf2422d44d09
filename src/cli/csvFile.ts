import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { refusal } from '../scenario/errors.ts';
import { RunFailed } from './failure.ts';
import { write } from './output.ts';

/** Where a record goes as it is made. */
export interface Sink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file, or stdout for `-`. What cannot be written is refused before the run begins. */
export async function openCsv(path: string): Promise<Sink> {
  if (path === '-') return { write: (text) => write(process.stdout, text), close: async () => {} };
  const stream = createWriteStream(path);
  await once(stream, 'open').catch((error: Error) => {
    throw refusal('--csv', `"${path}" (${error.message})`, 'a file that can be written, or - for stdout');
  });
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  const check = (): void => {
    if (failure) throw new RunFailed(`--csv: ${path} could not be written further: ${failure.message}`);
  };
  return {
    async write(text) {
      check();
      await write(stream, text).catch(check);
    },
    async close() {
      check();
      stream.end();
      await finished(stream).catch((error: Error) => {
        throw new RunFailed(`--csv: ${path} could not be written to its end: ${error.message}`);
      });
    },
  };
}
