import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Ten characters that differ whenever anything does that the built page is made of. The page names its worker and the worker
 * its core, so a hash of each one's own output could only be written after the other's: a hash of all that goes in has no such order.
 */
export async function sourcesHash(core) {
  const folders = await Promise.all(
    ['web', 'src'].map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  const files = folders
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const hash = createHash('sha256').update(await readFile(core));
  for (const file of [...files, join(root, 'package-lock.json')]) {
    const bytes = await readFile(file);
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('base64url').replace(/[_-]/g, '').slice(0, 10).toUpperCase();
}
