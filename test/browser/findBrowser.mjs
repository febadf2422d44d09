// Finds Chrome or Chromium. Plain JavaScript, so that scripts outside the tests can use it too.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installWithApt } from '../apt.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The usual places of each platform. */
function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, app)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((root) =>
      ['Google/Chrome', 'Chromium'].map((app) => join(root, app, 'Application/chrome.exe')),
    );
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a browser that is already there, or null. Throws if the environment names one that is not. */
export function locateBrowser({ env = process.env, platform = process.platform } = {}) {
  for (const variable of ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']) {
    const path = env[variable];
    if (!path) continue;
    if (isExecutable(path)) return path;
    throw new Error(`${variable} names ${path}, which is not a program`);
  }
  const suffix = platform === 'win32' ? '.exe' : '';
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => onPath.map((folder) => join(folder, name + suffix)));
  return [...candidates, ...usualPlaces(platform, env)].find(isExecutable) ?? null;
}

/** The chromium package, and a font, without which pages have no letters. */
function installChromium() {
  console.log('No Chrome or Chromium here: installing the chromium package with apt-get …');
  try {
    installWithApt(['chromium', 'fonts-dejavu-core']);
  } catch (error) {
    throw new Error(`Install Chromium or Chrome, or set CHROME_PATH: ${error.message}`);
  }
}

/** Path of Chrome or Chromium; on Debian and Ubuntu installs it if run as root. Otherwise throws one line on what to install. */
export function findBrowser() {
  const found = locateBrowser();
  if (found) return found;
  if (canInstall()) {
    installChromium();
    const installed = locateBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No Chrome or Chromium found: install one (Debian, Ubuntu: sudo apt install chromium), or set CHROME_PATH to it.',
  );
}
