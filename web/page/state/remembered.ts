import { encodeLinks } from '../../../src/scenario/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { flags } from '../flags.ts';
import { scenarios } from './beside.ts';
import { chosenSpeed, notice, onChange, summary } from './run.ts';

/**
 * The last session, so that a reload or a crash loses nothing. A tab finds its own again (sessionStorage); an address
 * without a scenario finds the one that was open last in any tab (localStorage).
 */
export interface Session {
  /** The code of the link to the scenario, or to two; their JSON where they are too long for a link. */
  scenario: string;
  /** Steps of the clock from t = 0. */
  position: number;
  /** Ticks a second, or null where none was chosen. */
  speed: number | null;
  /** Was it to go on by itself? */
  plays: boolean;
}

const key = 'turnpike.session';
/** While it plays, this often, in milliseconds. */
const every = 1000;

/** JSON has no infinity, and a speed may be one. */
const textOf = (session: Session): string =>
  JSON.stringify({ ...session, speed: session.speed === null ? null : String(session.speed) });

function sessionIn(text: string | null): Session | null {
  try {
    const { scenario, position, speed, plays } = JSON.parse(text ?? 'null');
    if (typeof scenario !== 'string' || !Number.isInteger(position) || position < 0) return null;
    const chosen = typeof speed === 'string' && Number(speed) > 0 ? Number(speed) : null;
    return { scenario, position, speed: chosen, plays: plays === true };
  } catch {
    return null; // nothing there, or nothing this page wrote
  }
}

function read(storage: () => Storage): Session | null {
  try {
    return sessionIn(storage().getItem(key));
  } catch {
    return null; // storage may be forbidden
  }
}

/** What this tab showed when it showed this link; for an empty one, what any tab showed last. */
export function remembered(code: string): Session | null {
  if (flags.embed) return null;
  const own = read(() => sessionStorage);
  if (code !== '') return own?.scenario === code ? own : null;
  return own ?? read(() => localStorage);
}

let isSaid = false;

/** Storage that is full or forbidden breaks nothing; it is said once. */
function sayOnce(error: unknown): void {
  if (isSaid || notice.value) return;
  isSaid = true;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  notice.value = {
    kind: 'info',
    title: isFull
      ? 'This browser’s storage for the page is full, so the session will not come back after a reload.'
      : 'This browser stores nothing for the page, so the session will not come back after a reload.',
    lines: ['Everything else works. The link holds the whole scenario: copy it to keep it.'],
  };
}

let coded: { scenarios: readonly Scenario[]; code: string } | null = null;

function codeOf(of: readonly Scenario[]): string {
  if (coded?.scenarios === of) return coded.code;
  let code: string;
  try {
    code = encodeLinks(of);
  } catch {
    code = JSON.stringify(of.length === 1 ? of[0] : { sides: of });
  }
  coded = { scenarios: of, code };
  return code;
}

function remember(plays: boolean): void {
  const text = textOf({
    scenario: codeOf(scenarios.value),
    position: summary.value?.position ?? 0,
    speed: chosenSpeed.value,
    plays,
  });
  try {
    sessionStorage.setItem(key, text);
    localStorage.setItem(key, text);
  } catch (error) {
    sayOnce(error);
  }
}

/** Remembers from now on: now and then while it plays, and at last when the page is left. willPlay: does the reader want it to? */
export function rememberSession(willPlay: () => boolean): void {
  if (flags.embed) return;
  const now = () => remember(willPlay());
  let isSoon = false;
  const soon = () => {
    if (isSoon) return;
    isSoon = true;
    setTimeout(() => {
      isSoon = false;
      now();
    }, every);
  };
  onChange(() => summary.value, soon);
  onChange(() => chosenSpeed.value, soon);
  addEventListener('pagehide', now);
  addEventListener('visibilitychange', () => document.hidden && now());
}
