/** Parts of the page that an address can leave out. */
export const hideable = [
  'presets',
  'transport',
  'timeline',
  'readouts',
  'legend',
  'tables',
  'controls',
  'footer',
] as const;
export type Hideable = (typeof hideable)[number];

/** What the address asks of the page before the # (state/link.ts reads ?t=, state/linkedView.ts ?panels= and others, state/sweep.ts ?sweep=): ?lesson=2, ?embed=1&hide=controls,presets, ?autoplay=0, ?renderer=canvas2d, ?renderer=page. */
export interface Flags {
  /** False: Canvas2D even where WebGL works. */
  webgl: boolean;
  /** True: drawing on the page's thread even where OffscreenCanvas works. */
  onPage: boolean;
  autoplay: boolean;
  /** The lesson to begin with, by number or id; null: none. */
  lesson: string | null;
  /** True: the page stands inside another one, compact, and stores nothing. */
  embed: boolean;
  hidden: ReadonlySet<Hideable>;
}

/** `renderer` is canvas2d, page, or canvas2d-page for both; anything else is the best there is. */
export function flagsFrom(search: string): Flags {
  const query = new URLSearchParams(search);
  const renderer = query.get('renderer') ?? '';
  const hidden = new Set<string>((query.get('hide') ?? '').split(','));
  return {
    webgl: !renderer.startsWith('canvas2d'),
    onPage: renderer.endsWith('page'),
    autoplay: query.get('autoplay') !== '0',
    lesson: query.get('lesson'),
    embed: query.get('embed') === '1',
    hidden: new Set(hideable.filter((part) => hidden.has(part))),
  };
}

export const flags = flagsFrom(typeof location === 'undefined' ? '' : location.search);

/** The reader's wish for less motion, decided in this one place. */
export function wantsLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
