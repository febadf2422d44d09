// The service worker: keeps every file of one build, so that the page opens without a network after the first visit.
// Files with a hash in their name never change and come from the cache; everything else, the page itself first of all, comes
// from the network while there is one, so that a new build shows at once and nothing old is ever mixed with it.

/** Set by web/build.mjs: every file of this build with the hash of its content, and a hash of them all. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = worker.registration.scope;
/** Several builds may live under one origin, in folders of their own: each keeps to its own caches. */
const prefix = `turnpike ${scope} `;
const cacheName = prefix + VERSION;

/** A network that has not answered by then, in milliseconds, counts as none. */
const PATIENCE = 4000;

const isForGood = (name: string): boolean => /-[A-Z0-9]{8,}\.(js|css|wasm)$/.test(name);

/** Fetches all or nothing: a file that is not of this very build is refused by its hash. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    Object.entries(FILES).map(async ([name, integrity]) => {
      const response = await fetch(new Request(new URL(name, scope), { integrity, cache: 'no-cache' }));
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      await cache.put(new URL(name, scope), response);
    }),
  );
}

async function dropOld(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function kept(name: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(new URL(name, scope));
}

async function networkFirst(request: Request, name: string): Promise<Response> {
  const fallback = async (): Promise<Response> => (await kept(name)) ?? Response.error();
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  try {
    const response = await Promise.race([fetch(request), late]);
    return response?.ok ? response : await fallback();
  } catch {
    return fallback();
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));

// Without skipWaiting this happens once no page of an older build is open: none loses its files under its feet.
worker.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  const name = pathname.slice(new URL(scope).pathname.length) || 'index.html';
  if (!Object.hasOwn(FILES, name)) return;
  event.respondWith(
    isForGood(name) ? kept(name).then((response) => response ?? fetch(request)) : networkFirst(request, name),
  );
});
