import type { ReadonlySignal } from '@preact/signals';
import type { Layout } from '../../shared/protocol.ts';
import type { Mark } from './marks.ts';

const draw = (mark: Mark, key: number) =>
  mark.kind === 'line' ? (
    <line key={key} class={`mark-${mark.role}`} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />
  ) : (
    <text
      key={key}
      class={`mark-${mark.role} ink-${mark.ink}`}
      x={mark.x}
      y={mark.y}
      text-anchor={mark.anchor}
      {...(mark.rotate === undefined ? {} : { transform: `rotate(${mark.rotate} ${mark.x} ${mark.y})` })}
    >
      {mark.text}
    </text>
  );

/** A layer that is drawn anew only when its own marks change: each panel's axes are one, its labels another. */
function Layer({ marks }: { marks: ReadonlySignal<readonly Mark[]> }) {
  return <g>{marks.value.map(draw)}</g>;
}

/** Axes and labels above the canvas, as SVG: crisper than any canvas text. */
export function Axes({
  layout,
  layers,
}: {
  layout: Layout;
  layers: readonly ReadonlySignal<readonly Mark[]>[];
}) {
  return (
    <svg
      class="axes"
      aria-hidden="true"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      {layers.map((marks, i) => (
        <Layer key={i} marks={marks} />
      ))}
    </svg>
  );
}
