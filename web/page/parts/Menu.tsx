import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useDismissal } from './dismissal.ts';
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
  useDismissal(ref, '.menu-list');
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
