import { type Core, compileCore } from './core.ts';

/** Loads core.wasm from a URL, in a browser's page or worker. */
export async function loadCore(url: URL | string): Promise<Core> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`core.wasm: ${response.status} ${response.statusText} from ${response.url}`);
  return compileCore(new Uint8Array(await response.arrayBuffer()));
}
