import { signal } from '@preact/signals';
import { rules } from '../../../src/scenario/rules.ts';
import type { Theme } from '../../shared/protocol.ts';

/** Light or dark: the system's, unless the reader chose; the choice is remembered. */
export type Appearance = 'light' | 'dark';

const key = 'turnpike.appearance';
const system = matchMedia('(prefers-color-scheme: dark)');

function remembered(): Appearance | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // storage may be forbidden; the choice then lasts as long as the page
  }
}

const chosen = signal<Appearance | null>(remembered());
const systemAppearance = signal<Appearance>(system.matches ? 'dark' : 'light');
system.addEventListener('change', () => {
  systemAppearance.value = system.matches ? 'dark' : 'light';
  apply();
});

/** The colours in force, read from the style sheet so that they are written in one place only. */
export const theme = signal<Theme>(currentTheme());

export function toggleAppearance(): void {
  chosen.value = theme.value.dark ? 'light' : 'dark';
  try {
    localStorage.setItem(key, chosen.value);
  } catch {
    // as above
  }
  apply();
}

function apply(): void {
  theme.value = currentTheme();
}

function currentTheme(): Theme {
  const appearance = chosen.value ?? systemAppearance.value;
  document.documentElement.dataset.theme = appearance;
  return readTheme(appearance === 'dark');
}

/** Tokens hold light-dark(…), which only a used property resolves: so a probe wears each colour in turn. */
function readTheme(dark: boolean): Theme {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(--${token}, var(--ink))`;
    return hex(getComputedStyle(probe).color);
  };
  const result: Theme = {
    dark,
    background: read('surface'),
    surface: read('surface'),
    grid: read('grid'),
    ink: read('ink'),
    muted: read('muted'),
    optimum: read('optimum'),
    parity: read('parity'),
    planner: read('planner'),
    nash: read('nash'),
    rules: Object.fromEntries(rules.map(({ id }) => [id, read(`rule-${id}`)])),
  };
  probe.remove();
  return result;
}

/** rgb(1, 2, 3) as #010203. */
function hex(computed: string): string {
  const parts = computed.match(/[\d.]+/g) ?? ['0', '0', '0'];
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}
