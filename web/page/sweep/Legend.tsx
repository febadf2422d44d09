import { quantityText } from '../../shared/quantity.ts';
import { linearTicks, logTicks } from '../axes/ticks.ts';
import { theme } from '../state/theme.ts';
import type { Domain } from './cells.ts';
import { colourOf } from './paint.ts';
import { regimeColour } from './regimeColours.ts';
import { cells, isStale, subject } from './state.ts';

const steps = 48;
const bar = { most: 380, height: 14, side: 30 };

/** The colours with their values: linear, or a logarithm where the measure spans more than three decades. */
function ColourBar({ room, domain: { min, max, isLog } }: { room: number; domain: Domain }) {
  const looks = subject.value;
  const colours = theme.value;
  const { height, side } = bar;
  const whole = Math.min(bar.most, room);
  const width = whole - 2 * side;
  const place = (value: number) => (isLog ? Math.log10(value) : value);
  const span = [place(min), place(max)] as const;
  const isFlat = span[0] === span[1];
  const along = { length: width, direction: 'across', fontSize: 12 } as const;
  const ticks = isFlat
    ? [{ at: span[0], label: quantityText(min) }]
    : (isLog ? logTicks : linearTicks)(span, along).major;
  const pixel = (at: number) => side + (isFlat ? width / 2 : ((at - span[0]) / (span[1] - span[0])) * width);
  const unit = looks?.unit ? ` (${looks.unit})` : '';
  const title = `${looks?.label}${unit}${isLog ? ', log scale' : ''}`;
  return (
    <figure class="sweep-bar">
      <figcaption>{title}</figcaption>
      <svg
        width={whole}
        height="36"
        viewBox={`0 0 ${whole} 36`}
        role="img"
        aria-label={`Colours from ${quantityText(min)} to ${quantityText(max)}`}
      >
        {Array.from({ length: steps }, (_, i) => (
          <rect
            key={i}
            x={side + (i * width) / steps}
            y="0"
            width={width / steps + 0.5}
            height={height}
            shape-rendering="crispEdges"
            fill={colourOf(isFlat ? 0.5 : (i + 0.5) / steps, colours)}
          />
        ))}
        {ticks.map(({ at, label }) => (
          <g key={at}>
            <line class="mark-axis" x1={pixel(at)} x2={pixel(at)} y1={height} y2={height + 5} />
            <text class="sweep-tick" x={pixel(at)} y={height + 18} text-anchor="middle">
              {label}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

function Regimes() {
  const looks = subject.value;
  if (!looks?.classification) return null;
  return (
    <ul class="sweep-regimes">
      {looks.classification.regimes.map(({ id, label, criterion }) => (
        <li key={id}>
          <svg class="sweep-swatch" viewBox="0 0 12 12" aria-hidden="true">
            <rect width="12" height="12" fill={regimeColour(id)} />
          </svg>
          <span>
            <b>{label}</b>: {criterion}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What colours and patterns stand for. */
export function Legend({
  width,
  domain,
  isLine,
  isHere,
}: {
  /** Of the picture above it. */
  width: number;
  domain: Domain | null;
  isLine: boolean;
  isHere: boolean;
}) {
  const kinds = new Set(cells.value.map(({ kind }) => kind));
  const hasBlown = cells.value.some((cell) => cell.kind === 'value' && cell.blown > 0);
  const isMap = !isLine;
  return (
    <div class="sweep-legend">
      {isMap && domain && width > 0 && <ColourBar room={width} domain={domain} />}
      <Regimes />
      <ul class="sweep-marks">
        {(kinds.has('none') || kinds.has('failed')) && (
          <li>
            <svg class="sweep-swatch" viewBox="0 0 12 12" aria-hidden="true">
              <path class="sweep-hatch" d="M0 12L12 0M0 6L6 0M6 12L12 6" />
            </svg>
            hatched: no value{kinds.has('failed') && '; with a cross: the run failed'}
          </li>
        )}
        {kinds.has('pending') && isMap && <li>pale: not run yet, coloured like a neighbour</li>}
        {hasBlown && (
          <li>
            <svg class="sweep-swatch" viewBox="0 0 12 12" aria-hidden="true">
              <circle class={isLine ? 'sweep-hollow' : 'sweep-dot'} cx="6" cy="6" r={isLine ? 3.5 : 2.5} />
            </svg>
            the run blew up: its last value before
          </li>
        )}
        <li>
          <svg class="sweep-swatch" viewBox="0 0 12 12" aria-hidden="true">
            {isLine ? (
              <rect class="sweep-band" x="2" width="8" height="12" />
            ) : (
              <rect class="sweep-here" x="1" y="2" width="10" height="8" />
            )}
          </svg>
          {isLine ? 'shaded' : 'outlined'}: the run that is read below
        </li>
        {isHere && (
          <li>
            <svg class="sweep-swatch" viewBox="0 0 12 12" aria-hidden="true">
              {isLine ? (
                <path class="sweep-here" d="M6 0V12" />
              ) : (
                <>
                  <circle class="sweep-here" cx="6" cy="6" r="3.5" />
                  <path class="sweep-here" d="M0 6H12M6 0V12" />
                </>
              )}
            </svg>
            where the scenario is now
          </li>
        )}
        {!isHere && !isStale.value && <li>the scenario as it is now lies outside</li>}
      </ul>
    </div>
  );
}
