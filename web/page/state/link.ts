import { signal } from '@preact/signals';
import { decodeLink, encodeLink, ScenarioError } from '../../../src/scenario/index.ts';
import { notice, onChange } from './run.ts';
import { firstPreset, openLinked, openPreset, scenario } from './scenario.ts';

/** The whole state is in the address: everything after the # is the scenario with its seed, and nothing else is. */

let written = '';

/** Said for a moment after copying. */
export const copied = signal<'copied' | 'failed' | null>(null);

/** The part after the address; empty where the scenario is too long for a link, and why. */
function hashNow(): { hash: string; why: string | null } {
  try {
    return { hash: `#${encodeLink(scenario.value)}`, why: null };
  } catch (error) {
    if (error instanceof ScenarioError) return { hash: '', why: error.message };
    throw error;
  }
}

/** The address of exactly this scenario; null where it is too long for one. */
export function linkHere(): string | null {
  const { hash } = hashNow();
  return hash === '' ? null : new URL(hash, location.href).href;
}

/** Opens what the address says; without a word there, firstPreset. A bad link is explained, and that preset opened. */
export function openAddress(): void {
  const hash = location.hash.slice(1);
  if (hash === '') {
    openPreset(firstPreset);
    return;
  }
  try {
    openLinked(decodeLink(hash));
  } catch (error) {
    openPreset(firstPreset);
    notice.value = {
      kind: 'error',
      title: 'This link could not be opened, so you see a preset instead.',
      lines:
        error instanceof ScenarioError
          ? error.problems.map(({ path, got, allowed }) => `${path}: got ${got}; allowed: ${allowed}`)
          : [String(error)],
    };
  }
}

let waiting: ReturnType<typeof setTimeout> | undefined;

function writeSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(write, 250); // browsers refuse hundreds of changes a minute
}

function write(): void {
  written = hashNow().hash;
  if (location.hash !== written)
    history.replaceState(null, '', written || location.pathname + location.search);
}

/** Keeps the address up to date, and follows it when the reader pastes another. */
export function followAddress(): void {
  onChange(() => scenario.value, writeSoon);
  write();
  addEventListener('hashchange', () => {
    if (location.hash !== written) openAddress();
  });
}

export async function copyLink(): Promise<void> {
  write();
  const { why } = hashNow();
  if (why) {
    notice.value = { kind: 'info', title: 'This scenario does not fit into a link.', lines: [why] };
    return;
  }
  try {
    await navigator.clipboard.writeText(location.href);
    copied.value = 'copied';
  } catch {
    copied.value = 'failed'; // no permission: the address bar holds the same link
  }
  setTimeout(() => {
    copied.value = null;
  }, 2500);
}
