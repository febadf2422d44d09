import { benchmarkStyle, markOf, type Shades, shapeOf } from '../../render/marks.ts';
import type { LineStyle } from '../../shared/protocol.ts';
import { shades } from '../state/marked.ts';
import { theme } from '../state/theme.ts';

/** Samples of what the canvas draws, made from the renderers' own table of marks. */

/** How a benchmark is drawn. */
export function BenchmarkSample({ id }: { id: string }) {
  return <LineSample style={benchmarkStyle(id)} benchmark={id} />;
}

export function LineSample({
  style,
  economy = -1,
  rule = null,
  benchmark,
  shades: of = shades.value,
}: {
  style: LineStyle;
  economy?: number;
  rule?: string | null;
  benchmark?: string;
  /** Those of its own side; else of the chosen one. */
  shades?: Shades;
}) {
  const line = { style, economy, rule, ...(benchmark === undefined ? {} : { benchmark }) };
  const { color, width, dash, alpha } = markOf(line, theme.value, of);
  return (
    <svg class="sample" width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
      <line
        x1="1"
        x2="29"
        y1="6"
        y2="6"
        stroke={color}
        stroke-opacity={alpha}
        stroke-width={Math.max(width, 1.5)}
        {...(dash ? { 'stroke-dasharray': dash.join(' ') } : {})}
      />
    </svg>
  );
}

/** How a band is filled; the narrow one lies on the wide one. */
export function BandSample({ style }: { style: 'outer' | 'inner' }) {
  const styles = style === 'inner' ? (['outer', 'inner'] as const) : (['outer'] as const);
  return (
    <svg class="sample" width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
      {styles.map((one) => {
        const { color, alpha } = markOf({ style: one, economy: -1, rule: null }, theme.value, shades.value);
        return <rect key={one} width="30" height="12" rx="2" fill={color} fill-opacity={alpha} />;
      })}
    </svg>
  );
}

const shapes = {
  disc: <circle cx="6" cy="6" r="4.5" />,
  square: <rect x="2" y="2" width="8" height="8" />,
  triangle: <path d="M6 1.5L10.5 10h-9z" />,
  diamond: <path d="M6 1l5 5-5 5-5-5z" />,
  ring: <circle cx="6" cy="6" r="3.8" fill="none" stroke="currentColor" stroke-width="1.8" />,
  cross: <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="1.8" />,
};

export function PointSample({ economy, color }: { economy: number; color: string }) {
  return (
    <svg
      class="sample"
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="currentColor"
      style={{ color }}
      aria-hidden="true"
    >
      {shapes[shapeOf(economy)]}
    </svg>
  );
}
