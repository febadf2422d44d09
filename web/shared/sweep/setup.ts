import { numberText, type Problem, refusal } from '../../../src/scenario/index.ts';
import { shorten } from '../../../src/scenario/words.ts';

/** One parameter of a sweep: `steps` values from `from` to `to`, both included. */
export interface SweepAxis {
  /** As in `--set`. */
  path: string;
  from: number;
  to: number;
  steps: number;
  scale: 'linear' | 'log';
}

/** What is to be swept and looked at: all of it is in the address. */
export interface SweepSetup {
  x: SweepAxis;
  y: SweepAxis | null;
  /** A summary measure by name, or `regime:` and a classification's id. */
  measure: string;
  /** Name of the economy that is shown; all run. */
  economy: string;
  /** Runs a cell, with the seeds that follow the scenario's own. */
  seeds: number;
}

export const mostSteps = 101;
/** More cells than this can be neither told apart nor read out. */
export const mostCells = 2500;
export const mostSeeds = 100;
/** The page keeps what comes of each; beyond, the command line does better. */
export const mostRuns = 50_000;

const isWhole = (x: number, least: number, most: number): boolean =>
  Number.isInteger(x) && x >= least && x <= most;

function axisProblems(at: string, { from, to, steps, scale }: SweepAxis): Problem[] {
  const found: Problem[] = [];
  const problem = (key: string, got: number | string, allowed: string) =>
    found.push({ path: `${at}.${key}`, got: String(got), allowed });
  if (!isWhole(steps, 2, mostSteps)) problem('steps', steps, `a whole number from 2 to ${mostSteps}`);
  for (const [key, value] of Object.entries({ from, to })) {
    if (!Number.isFinite(value)) problem(key, value, 'a number');
    else if (scale === 'log' && value <= 0) problem(key, `${value} on a log scale`, 'a number above 0');
  }
  if (from >= to) problem('to', to, `a number above ${from}, where it begins`);
  return found;
}

/** What is wrong with a setup, whatever scenario it is for; the experiment library has the rest to say. */
export function setupProblems({ x, y, seeds }: SweepSetup): Problem[] {
  const found = [...axisProblems('x', x), ...(y ? axisProblems('y', y) : [])];
  if (y && y.path === x.path)
    found.push({ path: 'y', got: `${shorten(y.path)}, which is x`, allowed: 'another parameter, or none' });
  const cells = x.steps * (y?.steps ?? 1);
  if (found.length === 0 && cells > mostCells)
    found.push({
      path: 'steps',
      got: `${numberText(cells)} cells`,
      allowed: `at most ${numberText(mostCells)}`,
    });
  if (!isWhole(seeds, 1, mostSeeds))
    found.push({ path: 'seeds', got: String(seeds), allowed: `a whole number from 1 to ${mostSeeds}` });
  if (found.length === 0 && cells * seeds > mostRuns)
    found.push({
      path: 'seeds',
      got: `${numberText(cells * seeds)} runs`,
      allowed: `at most ${numberText(mostRuns)} in the page`,
    });
  return found;
}

/**
 * A setup as it stands in the address: `1;x;y;measure;economy;seeds`, an axis as `path,from,to,steps,scale`, every part
 * percent-encoded. Links must keep working: what version 1 means never changes.
 */
const version = '1';
const mostCharacters = 2000;

const axisText = (axis: SweepAxis | null): string =>
  axis
    ? [axis.path, axis.from, axis.to, axis.steps, axis.scale]
        .map((part) => encodeURIComponent(part))
        .join(',')
    : '';

export function setupText({ x, y, measure, economy, seeds }: SweepSetup): string {
  const rest = [measure, economy, String(seeds)].map(encodeURIComponent);
  return [version, axisText(x), axisText(y), ...rest].join(';');
}

function decoded(at: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refusal(at, `"${shorten(text)}"`, 'percent-encoded text');
  }
}

/** Number() takes '' for 0 and knows hexadecimal: neither is what a link holds. */
const numberIn = (text: string): number => (/^-?[\d.]+(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN);

function axisIn(at: string, text: string): SweepAxis {
  const parts = text.split(',').map((part) => decoded(at, part));
  if (parts.length !== 5) throw refusal(at, `${parts.length} parts`, 'path,from,to,steps,scale');
  const [path, from, to, steps, scale] = parts;
  if (scale !== 'linear' && scale !== 'log')
    throw refusal(`${at}.scale`, `"${shorten(scale)}"`, 'linear or log');
  return { path, from: numberIn(from), to: numberIn(to), steps: numberIn(steps), scale };
}

/** The setup in a link's text. ScenarioError for what is none; whether it fits a scenario is not looked at. */
export function setupIn(text: string): SweepSetup {
  if (text.length > mostCharacters)
    throw refusal('sweep', `${numberText(text.length)} characters`, `at most ${numberText(mostCharacters)}`);
  const parts = text.split(';');
  if (parts[0] !== version)
    throw refusal(
      'sweep',
      `version "${shorten(parts[0])}"`,
      `version ${version}; a newer Turnpike may know it`,
    );
  if (parts.length !== 6)
    throw refusal('sweep', `${parts.length} parts`, 'version;x;y;measure;economy;seeds');
  const [, x, y, measure, economy, seeds] = parts;
  const setup: SweepSetup = {
    x: axisIn('sweep.x', x),
    y: y === '' ? null : axisIn('sweep.y', y),
    measure: decoded('sweep.measure', measure),
    economy: decoded('sweep.economy', economy),
    seeds: numberIn(decoded('sweep.seeds', seeds)),
  };
  const [first] = setupProblems(setup);
  if (first) throw refusal(`sweep.${first.path}`, first.got, first.allowed);
  return setup;
}
