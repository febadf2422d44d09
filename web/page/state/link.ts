import { signal } from '@preact/signals';
import { decodeLinks, encodeLinks, preset, ScenarioError } from '../../../src/scenario/index.ts';
import type { Clock } from '../../../src/scenario/types.ts';
import { clock, scenarios } from './beside.ts';
import { scenariosIn } from './files.ts';
import { openView, viewWords } from './linkedView.ts';
import { openAt } from './opening.ts';
import { remembered } from './remembered.ts';
import { chosenSpeed, notice, onChange, summary } from './run.ts';
import { firstPreset, openLinked, scenario } from './scenario.ts';

/**
 * The whole state is in the address: everything after the # is the scenario with its seed, or two of them side by side, and
 * nothing else is. Before it, ?t= opens the run at that time, and other words say how it is looked at (linkedView.ts).
 */

/** The part of the address that was last written or opened here. Another one is a link that waits to be opened. */
let known = '';

/** Said for a moment after copying. */
export const copied = signal<'copied' | 'failed' | null>(null);

/** The part after the address; empty where the scenario is too long for a link, and why. */
function hashNow(): { hash: string; why: string | null } {
  try {
    return { hash: `#${encodeLinks(scenarios.value)}`, why: null };
  } catch (error) {
    if (error instanceof ScenarioError) return { hash: '', why: error.message };
    throw error;
  }
}

/** The address with other words before the #; null takes one away. */
function addressWith(words: Record<string, string | null>, hash: string): string {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries({ ...viewWords(), ...words })) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  address.hash = hash;
  return address.href;
}

/** The address of exactly this scenario; null where it is too long for one. words: what stands before the #, null for nothing. */
export function linkHere(words: Record<string, string | null> = {}): string | null {
  const { hash } = hashNow();
  return hash === '' ? null : addressWith({ t: null, ...words }, hash);
}

/** Time of a position, as a link to a moment has it. */
export function timeOf(position: number, { h, until }: Pick<Clock, 'h' | 'until'>): number {
  return Number(Math.min(until, position * h).toPrecision(12));
}

/** The position at a time, or the first after it; null where the text is no time within the run. */
export function positionAt(text: string, { h, until }: Pick<Clock, 'h' | 'until'>): number | null {
  const t = text.trim() === '' ? Number.NaN : Number(text);
  return t >= 0 && t <= until ? Math.max(0, Math.ceil(t / h - 1e-6)) : null;
}

/** Shows the run at the time that the address names. */
function openMoment(): void {
  const text = new URLSearchParams(location.search).get('t');
  if (text === null) return;
  const position = positionAt(text, clock.value);
  if (position !== null) openAt(scenario.value, { position, plays: false });
  else
    notice.value ??= {
      kind: 'info',
      title: 'This link’s moment could not be found, so you see the run from its beginning.',
      lines: [`t: got ${JSON.stringify(text.slice(0, 40))}; allowed: a time from 0 to ${clock.value.until}`],
    };
}

/** Opens the session that was shown under this address before, as far as it got. Is there one? */
function openRemembered(code: string): boolean {
  const session = remembered(code);
  if (!session) return false;
  try {
    const isLink = !session.scenario.startsWith('{');
    const [first, second] = isLink ? decodeLinks(session.scenario) : scenariosIn(session.scenario);
    openLinked(first, second);
  } catch {
    return false; // written by another version of the page, or by nobody
  }
  chosenSpeed.value = session.speed;
  openAt(scenario.value, { position: session.position, plays: session.plays });
  return true;
}

/** Looks at the run as the address asks, and says what of that it could not make sense of. */
export function openAskedView(): void {
  const lines = openView(location.search);
  if (lines.length > 0)
    notice.value ??= {
      kind: 'info',
      title: 'Not all of this link could be followed: you see the run as you looked at it last.',
      lines,
    };
}

/** Opens what the address says; without a word there, the last session or firstPreset. A bad link is explained, and that preset opened. */
export function openAddress(): void {
  known = location.hash;
  const hash = location.hash.slice(1);
  if (openRemembered(hash)) return;
  if (hash === '') {
    openLinked(preset(firstPreset));
    openMoment();
    return;
  }
  try {
    const [first, second] = decodeLinks(hash);
    openLinked(first, second);
    openMoment();
  } catch (error) {
    openLinked(preset(firstPreset));
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
  waiting = setTimeout(write, 250, { t: null }); // browsers refuse hundreds of changes a minute
}

/** The moment belongs to the scenario that was opened with it: another one has none. */
function write(words: Record<string, string | null> = { t: null }): void {
  if (location.hash !== known) return;
  known = hashNow().hash;
  const address = addressWith(location.hash === known ? {} : words, known);
  if (address !== location.href) history.replaceState(null, '', address);
}

/** Keeps the address up to date, and follows it when the reader pastes another. */
export function followAddress(): void {
  onChange(() => scenarios.value, writeSoon);
  onChange(() => JSON.stringify(viewWords()), writeSoon);
  write({});
  addEventListener('hashchange', () => {
    if (location.hash !== known) openAddress();
  });
}

/** Puts a text on the clipboard; where that is not allowed, `copied` says so. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copied.value = 'copied';
  } catch {
    copied.value = 'failed'; // no permission: the address bar holds the same link
  }
  setTimeout(() => {
    copied.value = null;
  }, 2500);
}

/** Copies what is made of the link, or says why there is none. */
async function copyMade(make: (link: string) => string, words: Record<string, string | null>): Promise<void> {
  write();
  const link = linkHere(words);
  if (link !== null) return copy(make(link));
  const { why } = hashNow();
  notice.value = { kind: 'info', title: 'This scenario does not fit into a link.', lines: [why ?? ''] };
}

export const copyLink = (): Promise<void> => copyMade((link) => link, {});

/** A link that opens the run where it is now. */
export function copyMoment(): Promise<void> {
  const t = timeOf(summary.value?.position ?? 0, clock.value);
  return copyMade((link) => link, { t: String(t) });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What another page needs to show this scenario inside itself. */
export function embedCode(link: string, title: string): string {
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="720" style="border:0" loading="lazy"></iframe>`;
}

export function copyEmbed(): Promise<void> {
  const title = scenarios.value.map((one) => one.title || one.name).join(' beside ');
  const words = { sweep: null, lab: null, embed: '1', hide: 'controls,presets,tables,footer' };
  return copyMade((link) => embedCode(link, `Turnpike: ${title}`), words);
}

/** The same scenario on a page of its own. */
export const linkOut = (): string | null => linkHere({ embed: null, hide: null, autoplay: null });
