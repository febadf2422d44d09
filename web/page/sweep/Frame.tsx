import { linearTicks, logTicks, type Room, type Span, type Ticks } from '../axes/ticks.ts';
import { heightAt, type Picture, placeIn } from './picture.ts';
import { rowAt, type Shown } from './state.ts';
import { axisTitles, fitting, type Subject } from './words.ts';

/** Axes, names and marks of the picture, as SVG above the canvas. */

const fontSize = 12;
const nameSize = 12.5;

const ticksOf = (isLog: boolean, span: Span, length: number, direction: Room['direction']): Ticks =>
  (isLog ? logTicks : linearTicks)(span, { length, direction, fontSize });

function Across({ picture, title }: { picture: Picture; title: string }) {
  const { x, left, right, bottom, height } = picture;
  const { major } = ticksOf(x.isLog, x.span, right - left, 'across');
  return (
    <g>
      {major.map(({ at, label }) => (
        <g key={at}>
          <line class="mark-axis" x1={x.pixel(at)} x2={x.pixel(at)} y1={bottom} y2={bottom + 5} />
          <text class="sweep-tick" x={x.pixel(at)} y={bottom + 18} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      <text class="sweep-name" x={(left + right) / 2} y={height - 6} text-anchor="middle">
        {title}
      </text>
    </g>
  );
}

function Up({
  picture,
  title,
  ticks,
  pixel,
}: {
  picture: Picture;
  title: string;
  ticks: Ticks;
  pixel: (at: number) => number;
}) {
  const { left, top, bottom } = picture;
  const middle = (top + bottom) / 2;
  return (
    <g>
      {ticks.major.map(({ at, label }) => (
        <g key={at}>
          <line class="mark-axis" x1={left - 5} x2={left} y1={pixel(at)} y2={pixel(at)} />
          <text class="sweep-tick" x={left - 8} y={pixel(at) + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      <text class="sweep-name" x="13" y={middle} text-anchor="middle" transform={`rotate(-90 13 ${middle})`}>
        {title}
      </text>
    </g>
  );
}

/** The axis of a line's values. */
function Values({ picture, of }: { picture: Picture; of: Subject | null }) {
  const { line, top, bottom } = picture;
  if (!line || !of) return null;
  const place = (value: number) => (line.isLog ? Math.log10(value) : value);
  const ticks = ticksOf(line.isLog, [place(line.min), place(line.max)], bottom - top, 'up');
  const pixel = (at: number) => heightAt(picture, line.isLog ? 10 ** at : at);
  const titles = of.unit === '' ? [of.label] : [`${of.label} (${of.unit})`, of.label];
  const title = fitting(titles, bottom, nameSize);
  return <Up picture={picture} title={title} ticks={ticks} pixel={pixel} />;
}

/** Where the scenario as it is now lies: a ring with a cross of hairs. Nothing where it lies outside. */
function Here({ picture, at }: { picture: Picture; at: { x: number | null; y: number | null } }) {
  const place = placeIn(picture, at);
  if (!place) return null;
  const { across, up } = place;
  const { top, bottom } = picture;
  if (up === null) return <line class="sweep-here" x1={across} x2={across} y1={top} y2={bottom} />;
  return (
    <g>
      <circle class="sweep-here-halo" cx={across} cy={up} r="8" />
      <circle class="sweep-here" cx={across} cy={up} r="8" />
      <path class="sweep-here-halo" d={`M${across - 13} ${up}h26M${across} ${up - 13}v26`} />
      <path class="sweep-here" d={`M${across - 13} ${up}h26M${across} ${up - 13}v26`} />
    </g>
  );
}

export function Frame({
  picture,
  of,
  here,
  subject,
}: {
  picture: Picture;
  of: Shown;
  here: { x: number | null; y: number | null };
  /** What is looked at. */
  subject: Subject | null;
}) {
  const { width, height, left, right, top, bottom, y } = picture;
  const title = (path: string, length: number) =>
    fitting(axisTitles(rowAt(of, path), of.scenario.units), length, nameSize);
  return (
    <svg
      class="sweep-frame"
      aria-hidden="true"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <rect class="sweep-box" x={left} y={top} width={right - left} height={bottom - top} />
      <Across picture={picture} title={title(of.setup.x.path, right)} />
      {y && of.setup.y ? (
        <Up
          picture={picture}
          title={title(of.setup.y.path, bottom)}
          ticks={ticksOf(y.isLog, y.span, bottom - top, 'up')}
          pixel={y.pixel}
        />
      ) : (
        <Values picture={picture} of={subject} />
      )}
      <Here picture={picture} at={here} />
    </svg>
  );
}
