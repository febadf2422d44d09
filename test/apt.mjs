// Debian and Ubuntu, as root: apt-get can bring what a test needs and the machine lacks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** May this process install Debian packages? */
export function canInstall() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** Installs packages, without what they merely recommend if `lean`; throws with the last lines of what apt-get said. */
export function installWithApt(packages, { lean = false } = {}) {
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  // A failing update may still leave lists that are good enough; the install tells.
  apt('update', '-qq');
  const { status, stderr, error } = apt(
    'install',
    '-y',
    '-qq',
    ...(lean ? ['--no-install-recommends'] : []),
    ...packages,
  );
  if (status === 0) return;
  const said = (error?.message ?? stderr).trim().split('\n').slice(-3).join(' ');
  throw new Error(`apt-get could not install ${packages.join(', ')} (${said})`);
}
