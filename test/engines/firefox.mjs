// Firefox, headless, with a profile of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWithApt } from '../apt.mjs';
import { folder } from './bundle.mjs';
import { onPath, start, within } from './process.mjs';
import { openReception } from './reception.mjs';

export const name = 'Firefox';

const find = () => onPath('firefox-esr', 'firefox');

export function install() {
  if (find()) return;
  console.log('No Firefox here: installing the package firefox-esr with apt-get …');
  installWithApt(['firefox-esr'], { lean: true });
}

/** Resolves to { version, hashes }. */
export async function run() {
  const reception = await openReception(folder);
  const profile = await mkdtemp(join(tmpdir(), 'turnpike-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, reception.url];
  // A home of its own too: Firefox refuses a home that belongs to somebody else.
  const firefox = start(find(), args, { env: { HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' } });
  try {
    return await within(90, 'Firefox', Promise.race([reception.report, firefox.ended]));
  } finally {
    await firefox.stop();
    await reception.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
