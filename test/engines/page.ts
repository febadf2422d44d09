// In a browser: takes the hashes and posts them back to the server this page came from.
import { goldenHashes } from './golden.ts';

async function report(): Promise<object> {
  try {
    const bytes = await (await fetch('core.wasm')).arrayBuffer();
    return { version: navigator.userAgent, hashes: await goldenHashes(new Uint8Array(bytes)) };
  } catch (error) {
    return { version: navigator.userAgent, error: String(error) };
  }
}

await fetch('report', { method: 'POST', body: JSON.stringify(await report()) });
