import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './Icon.tsx';

/** A button that opens a short list of actions. Escape, a choice or a click elsewhere closes it. */
export function Menu({
  label,
  icon,
  children,
}: {
  label: string;
  icon: IconName;
  children: ComponentChildren;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current!;
      const target = event.target as Element;
      if (!menu.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')!.focus();
      } else if (menu.contains(target) && !(event.type === 'click' && target.closest('.menu-list'))) return;
      menu.open = false;
    };
    const kinds = ['pointerdown', 'click', 'keydown'];
    for (const kind of kinds) addEventListener(kind, close);
    return () => {
      for (const kind of kinds) removeEventListener(kind, close);
    };
  }, []);
  return (
    <details class="menu" ref={ref}>
      <summary class="button quiet">
        <Icon name={icon} />
        <span class="words">{label}</span>
      </summary>
      <div class="menu-list">{children}</div>
    </details>
  );
}
