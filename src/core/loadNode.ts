import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Core, compileCore } from './core.ts';

/** Loads build/core.wasm from this package, in Node. */
export async function loadCore(): Promise<Core> {
  // By package name: the same file from the sources, from build/lib and from an installed package.
  const path = createRequire(import.meta.url).resolve('turnpike/core.wasm');
  return compileCore(new Uint8Array(await readFile(path)));
}
