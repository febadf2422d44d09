import { ruleOf } from '../../../src/scenario/rules.ts';
import { ruleColor } from '../../render/marks.ts';
import { plainText } from '../format/typeset.ts';
import { isHidden, toggleBenchmark } from '../state/benchmarks.ts';
import { ruleOfEconomy, rulesRunning } from '../state/marked.ts';
import type { SideState } from '../state/sides.ts';
import { theme } from '../state/theme.ts';
import { BandSample, BenchmarkSample, LineSample, PointSample } from './Sample.tsx';
import { Typeset } from './Typeset.tsx';

/** The benchmarks that apply, each to be switched on or off. */
function BenchmarkSwitches({ side: { benchmarks } }: { side: SideState }) {
  return (
    <ul aria-label="What the economy is compared with, by dash">
      {benchmarks.value
        .filter(({ reason }) => reason === null)
        .map(({ id, label, how }) => (
          <li key={id}>
            <label class="switch" title={plainText(how)}>
              <input type="checkbox" checked={!isHidden(id)} onChange={() => toggleBenchmark(id)} />
              <BenchmarkSample id={id} />
              <Typeset text={label} />
            </label>
          </li>
        ))}
    </ul>
  );
}

/** Runs that are drawn under those that are played. */
function OtherRuns({ side: { summary } }: { side: SideState }) {
  const seeds = summary.value?.seeds ?? 0;
  const isPinned = summary.value?.hasGhost ?? false;
  if (seeds === 0 && !isPinned) return null;
  return (
    <ul aria-label="Other runs">
      {isPinned && (
        <li>
          <LineSample style="ghost" />
          Pinned run
        </li>
      )}
      {seeds > 0 && (
        <>
          <li>
            <BandSample style="outer" />
            5–95 % of {seeds} seeds
          </li>
          <li>
            <BandSample style="inner" />
            25–75 %
          </li>
        </>
      )}
    </ul>
  );
}

/** What each colour, shape and dash is. */
export function Legend({ side }: { side: SideState }) {
  const all = side.economies.value;
  const shades = side.shades.value;
  return (
    <div class="legend">
      <ul aria-label="Rules, by colour">
        {rulesRunning(side).map((type) => (
          <li key={type}>
            <PointSample economy={0} color={ruleColor(theme.value, type)} />
            {ruleOf(type).label}
          </li>
        ))}
      </ul>
      <BenchmarkSwitches side={side} />
      <ul aria-label="References, by dash">
        <li>
          <LineSample style="turnpike" />
          The turnpike, c/(1+2c)
        </li>
        <li>
          <LineSample style="projection" />
          Projected
        </li>
      </ul>
      <OtherRuns side={side} />
      {all.length > 1 && (
        <ul aria-label="Economies, by dash and shape">
          {all.map(({ name }, i) => {
            const rule = ruleOfEconomy(i, side);
            return (
              <li key={name}>
                <LineSample style="economy" economy={i} rule={rule} shades={shades} />
                <PointSample economy={i} color={ruleColor(theme.value, rule, shades(rule, i))} />
                <Typeset text={name} />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
