import type { Distribution } from '../../../src/scenario/types.ts';
import { quantityText } from '../../shared/quantity.ts';
import { shapeOf } from './shape.ts';

const width = 300;
const height = 44;

/** How the labs of a group spread over a quantity: a density made from the distribution's own quantiles, no draw in it. */
export function DistributionPlot({ value, label }: { value: Distribution; label: string }) {
  const shape = shapeOf(value);
  if (!shape) return null;
  const { low, high, median, isLog, outline } = shape;
  const x = (across: number): string => (across * width).toFixed(1);
  const y = (up: number): string => (height - up * (height - 4)).toFixed(1);
  const path = outline.map(([across, up]) => `L${x(across)} ${y(up)}`).join('');
  const middle = isLog ? Math.log(median / low) / Math.log(high / low) : (median - low) / (high - low);
  const [left, centre, right] = [low, median, high].map((value) => quantityText(value, 3));
  return (
    <figure class="shape">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label} of the labs, ${isLog ? 'logarithmic' : 'linear'} axis from ${left} to ${right}, median ${centre}`}
      >
        <path class="shape-area" d={`M0 ${height}${path}L${width} ${height}z`} />
        <line class="shape-median" x1={x(middle)} x2={x(middle)} y1="0" y2={height} />
      </svg>
      <figcaption>
        <span>{left}</span>
        <span>
          median {centre}
          {isLog && ', log axis'}
        </span>
        <span>{right}</span>
      </figcaption>
    </figure>
  );
}
