import { flags } from '../flags.ts';
import { ready } from './session.ts';

/** Has the browser keep the page for when there is no network, once the first run is under way: nothing competes with the start. */
export async function keepOffline(): Promise<void> {
  // A page inside another one leaves nothing behind on a reader's disk.
  if (flags.embed || !('serviceWorker' in navigator)) return;
  await ready;
  // Where the browser forbids it (a private window, say), the page works all the same, only not without a network.
  await navigator.serviceWorker.register('offline.js').catch(() => {});
}
