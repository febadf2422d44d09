/** What the address asks for before the #: ?renderer=canvas2d, ?renderer=page, ?autoplay=0, ?lesson=2. */
export interface Flags {
  /** False: Canvas2D even where WebGL works. */
  webgl: boolean;
  /** True: drawing on the page's thread even where OffscreenCanvas works. */
  onPage: boolean;
  autoplay: boolean;
  /** The lesson to begin with, by number or id; null: none. */
  lesson: string | null;
}

/** `renderer` is canvas2d, page, or canvas2d-page for both; anything else is the best there is. */
export function flagsFrom(search: string): Flags {
  const query = new URLSearchParams(search);
  const renderer = query.get('renderer') ?? '';
  return {
    webgl: !renderer.startsWith('canvas2d'),
    onPage: renderer.endsWith('page'),
    autoplay: query.get('autoplay') !== '0',
    lesson: query.get('lesson'),
  };
}

export const flags = flagsFrom(typeof location === 'undefined' ? '' : location.search);

/** The reader's wish for less motion, decided in this one place. */
export function wantsLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
