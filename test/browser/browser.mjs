// A headless browser on the built page: for the browser tests and for the script that retakes the screenshot.
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.mjs';
import { findBrowser } from './findBrowser.mjs';

/** No traffic of the browser's own, and WebGL in software where there is no GPU. */
const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--disable-dev-shm-usage',
];
const softwareWebGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const noWebGL = ['--disable-gpu', '--disable-3d-apis'];

/** Launches the system's Chrome or Chromium, headless. webgl: false takes WebGL away from the page, to test its fallback. */
export function launchBrowser({ webgl = true } = {}) {
  return chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...flags, ...(webgl ? softwareWebGL : noWebGL)],
  });
}

/** A browser and a server of the built page. `close` ends both. */
export async function openSite(options = {}) {
  const site = await serve();
  const browser = await launchBrowser(options).catch(async (error) => {
    await site.close();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await site.close();
  };
  return { url: site.url, browser, close };
}
