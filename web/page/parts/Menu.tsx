import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './Icon.tsx';

/** A button that opens a short list of actions. Escape, a choice or a click elsewhere closes it. */
export function Menu({ label, icon, children }: { label: string; icon: IconName; children: ComponentChildren }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current!;
      if (!menu.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')!.focus();
      } else if (menu.contains(event.target as Node)) return;
      menu.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('keydown', close);
    };
  }, []);
  const closeAfter = () => {
    ref.current!.open = false;
  };
  return (
    <details class="menu" ref={ref}>
      <summary class="button quiet">
        <Icon name={icon} />
        <span class="words">{label}</span>
      </summary>
      <div class="menu-list" onClick={closeAfter}>
        {children}
      </div>
    </details>
  );
}
