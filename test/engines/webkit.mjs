// WebKit: WebKitGTK's small browser, driven through WebDriver, on a screen that exists in memory only.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { installWithApt } from '../apt.mjs';
import { folder } from './bundle.mjs';
import { onPath, start, within } from './process.mjs';
import { openReception } from './reception.mjs';

export const name = 'WebKit';

export function install() {
  if (onPath('WebKitWebDriver') && onPath('Xvfb')) return;
  console.log('No WebKit driver here: installing the packages webkit2gtk-driver and xvfb with apt-get …');
  installWithApt(['webkit2gtk-driver', 'xvfb'], { lean: true });
}

/** A port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A virtual screen. Xvfb chooses a free number and tells it on descriptor 3. */
async function openScreen() {
  const screen = start(
    onPath('Xvfb'),
    ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const told = once(screen.child.stdio[3], 'data').then(([text]) => `:${String(text).trim()}`);
  try {
    return { display: await within(20, 'Xvfb', Promise.race([told, screen.ended])), stop: screen.stop };
  } catch (error) {
    await screen.stop();
    throw error;
  }
}

/** One WebDriver command; throws the driver's message if it refuses. */
async function command(driver, method, path, body) {
  const response = await fetch(`${driver}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** Waits until the driver answers. */
async function answers(driver) {
  for (;;) {
    const isReady = await command(driver, 'GET', '/status').then(
      ({ ready }) => ready,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Resolves to { version, hashes }. */
export async function run() {
  const reception = await openReception(folder);
  const screen = await openScreen();
  const port = await freePort();
  const driver = start(onPath('WebKitWebDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    env: { DISPLAY: screen.display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const address = `http://127.0.0.1:${port}`;
  const visit = async () => {
    await answers(address);
    const capabilities = { alwaysMatch: { pageLoadStrategy: 'none' } };
    const { sessionId } = await command(address, 'POST', '/session', { capabilities });
    await command(address, 'POST', `/session/${sessionId}/url`, { url: reception.url });
    return reception.report;
  };
  try {
    return await within(90, 'WebKit', Promise.race([visit(), driver.ended]));
  } finally {
    await driver.stop();
    await screen.stop();
    await reception.close();
  }
}
