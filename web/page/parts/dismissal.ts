import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Closes an open list when Escape is pressed, when something in it (`inside`, a selector) is clicked, or anything elsewhere. */
export function useDismissal(ref: RefObject<HTMLDetailsElement | null>, inside: string): void {
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current!;
      const target = event.target as Element;
      if (!menu.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')!.focus();
      } else if (menu.contains(target) && !(event.type === 'click' && target.closest(inside))) return;
      menu.open = false;
    };
    const kinds = ['pointerdown', 'click', 'keydown'];
    for (const kind of kinds) addEventListener(kind, close);
    return () => {
      for (const kind of kinds) removeEventListener(kind, close);
    };
  }, []);
}
