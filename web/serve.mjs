// Serves the built page on this machine only: node web/serve.mjs [--port N] [--no-open].
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const built = fileURLToPath(new URL('../build/web', import.meta.url));

/** Everything comes from here; nothing inline, nothing evaluated; WebAssembly may compile. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

/**
 * Starts the server; 127.0.0.1 and, unless told, a free port. Resolves to its address and a function that ends it.
 * Rejects in words if there is no built page or the port is taken.
 */
export async function serve({ port = 0, folder = built } = {}) {
  if (!existsSync(folder)) throw new Error('there is no built page yet; build it with: npm run build');
  // dev: files are looked up at every request, so a rebuild shows on reload. Only names that hold a hash may be kept for good.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      const isForGood = /-[A-Z0-9]{8,}\.(js|css|wasm)$/.test(path);
      response.setHeader('Cache-Control', isForGood ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${request.url} is not part of the page\n`);
    });
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason =
      error.code === 'EADDRINUSE'
        ? 'is taken by another program; leave --port and PORT out for a free one'
        : `cannot be used (${error.message})`;
    throw new Error(`port ${port} ${reason}`);
  }
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

/** The port asked for by --port or PORT; 0, a free one, if neither is. */
function portFrom(text) {
  const port = Number(text ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535 || text === '') {
    throw new Error(
      `--port: got ${JSON.stringify(text)}; allowed: an integer from 0 (any free port) to 65535`,
    );
  }
  return port;
}

/** Is somebody there to look at a browser window? */
function hasScreen({ env, platform, stdout }) {
  if (env.CI || env.TURNPIKE_NO_OPEN || !stdout.isTTY) return false;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  const { url, close } = await serve({ port: portFrom(values.port ?? process.env.PORT) });
  console.log(`Turnpike is at ${url}   (Ctrl-C ends it)`);
  const end = () => close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (!values['no-open'] && hasScreen(process)) {
    const { default: open } = await import('open');
    await open(url).catch(() => console.log('No browser could be opened; open the address above in one.'));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(`turnpike: ${error.message}`);
    process.exit(1);
  });
}
