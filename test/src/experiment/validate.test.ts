import { describe, expect, test } from 'vitest';
import { experimentJson, parseExperiment } from '../../../src/experiment/validate.ts';
import { encodeLink, parseScenario, preset } from '../../../src/scenario/index.ts';
import { expectProblem, refused } from '../scenario/refused.ts';
import { wanderers } from './sample.ts';

describe('an experiment', () => {
  test('has a default for everything but its scenario', () => {
    expect(parseExperiment({ scenario: 'figure-1' })).toEqual({
      experiment: 1,
      name: 'experiment',
      title: '',
      scenario: preset('figure-1'),
      factors: [],
      design: { type: 'grid' },
      replications: { count: 1, commonRandomNumbers: true, seed: preset('figure-1').seed },
      measures: {
        summary: ['ticks', 't', 'K', 'T', 'q', 'blowUpTime', 'efficiency', 'delay'],
        series: null,
      },
      stop: { t: null, ticks: null, K: null, blowUp: false },
    });
  });

  test('takes its scenario as a preset, a link or written out', () => {
    const scenario = parseScenario(wanderers);
    expect(parseExperiment({ scenario: wanderers }).scenario).toEqual(scenario);
    expect(parseExperiment({ scenario: `#${encodeLink(scenario)}` }).scenario).toEqual(scenario);
    expect(parseExperiment({ scenario: 'commons' }).scenario).toEqual(preset('commons'));
  });

  test('written out reads back as itself', () => {
    const experiment = parseExperiment({
      scenario: wanderers,
      factors: [
        { path: 'economy.c', kind: 'loguniform', min: 0.5, max: 2 },
        {
          path: 'groups.labs.rule',
          name: 'rule',
          kind: 'list',
          values: [{ type: 'parity' }, { type: 'fixed', q: 0.2 }],
        },
      ],
      design: { type: 'sobol', n: 8 },
      measures: { summary: ['groups.labs.K', 'hhi'], series: { every: 5, of: ['groups.labs.T'] } },
      stop: { ticks: 20 },
    });
    expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toEqual(experiment);
  });
});

const c = { path: 'economy.c', kind: 'list', values: [1, 2] };

describe('a bad experiment is refused whole, by name', () => {
  test.each<[string, object, string, string, string]>([
    ['no scenario', {}, 'scenario', 'nothing', 'a preset'],
    ['an unknown preset', { scenario: 'figure-2' }, 'scenario', 'figure-2', 'did you mean "figure-1"?'],
    ['a bad scenario', { scenario: { economy: { c: -1 } } }, 'scenario.economy.c', '-1', 'from 0.05'],
    ['a cut link', { scenario: '#1.abc' }, 'scenario.link', '', 'cut or altered'],
    ['an unknown key', { measurs: {} }, 'measurs', 'unknown', 'did you mean "measures"?'],
    [
      'an unknown kind',
      { factors: [{ ...c, kind: 'lists' }] },
      'factors.0.kind',
      'lists',
      'did you mean "list"?',
    ],
    [
      'a kind without its numbers',
      { factors: [{ path: 'economy.c', kind: 'range', from: 1, to: 2 }] },
      'factors.0.steps',
      'nothing',
      'whole number',
    ],
    ['a path to nowhere', { factors: [{ ...c, path: 'economy.z' }] }, 'factors: economy.z', '', 'a'],
    ['a path to the seed', { factors: [{ ...c, path: 'seed' }] }, 'factors.0.path', 'seed', 'replications'],
    [
      'an illegal level',
      { factors: [{ ...c, values: [1, 2, 7] }] },
      'factors.economy.c: economy.c',
      '7',
      'to 5',
    ],
    [
      'an illegal end',
      { factors: [{ path: 'economy.c', kind: 'uniform', min: 1, max: 9 }], design: { type: 'sobol', n: 4 } },
      'factors.economy.c: economy.c',
      '9',
      'to 5',
    ],
    [
      'ends the wrong way round',
      { factors: [{ path: 'economy.c', kind: 'uniform', min: 2, max: 1 }] },
      'factors.0.max',
      '1, below min 2',
      'at least min',
    ],
    [
      'a log range through 0',
      { factors: [{ path: 'economy.s', kind: 'range', from: 0, to: 1, steps: 3, scale: 'log' }] },
      'factors.0.from',
      '0 on a log scale',
      'above 0',
    ],
    [
      'a distribution without a design',
      { factors: [{ path: 'economy.c', kind: 'uniform', min: 1, max: 2 }] },
      'design.type',
      'grid, with uniform',
      'latinHypercube',
    ],
    [
      'a design without a distribution',
      { factors: [c], design: { type: 'random', n: 5 } },
      'design.type',
      'random without',
      'grid',
    ],
    [
      'a list in a sensitivity design',
      {
        factors: [c, { path: 'economy.s', kind: 'uniform', min: 0, max: 1 }],
        design: { type: 'saltelli', n: 4 },
      },
      'design.type',
      'saltelli, with list',
      'choice',
    ],
    [
      'odd levels',
      {
        factors: [{ path: 'economy.s', kind: 'uniform', min: 0, max: 1 }],
        design: { type: 'morris', n: 4, levels: 5 },
      },
      'design.levels',
      '5',
      'even',
    ],
    ['one factor twice', { factors: [c, { ...c, name: 'again' }] }, 'factors.1.path', 'second time', 'once'],
    [
      'a factor named like a measure',
      { factors: [{ ...c, name: 'k' }] },
      'factors.0.name',
      'a measure',
      'own',
    ],
    ['a factor named like a column', { factors: [{ ...c, name: 'Run' }] }, 'factors.0.name', 'column', 'own'],
    [
      'an unknown measure',
      { measures: { summary: ['blowupTime'] } },
      'measures.summary.0',
      'blowupTime',
      'did you mean "blowUpTime"?',
    ],
    [
      'a measure of no group',
      { measures: { summary: ['groups.lab.K'] } },
      'measures.summary.0',
      'groups.lab.K',
      'did you mean "groups.labs.K"',
    ],
    [
      'a summary measure in a series',
      { measures: { series: { of: ['stateHash'] } } },
      'measures.series.of.0',
      'stateHash',
      'hhi',
    ],
    ['a measure twice', { measures: { summary: ['K', 'K'] } }, 'measures.summary.1', 'second time', 'once'],
    ['two ends', { stop: { t: 1, ticks: 3 } }, 'stop', 't and ticks', 'at most one'],
    [
      'an end nobody may have',
      { stop: { ticks: 1e7 }, scenario: { clock: { h: 1000 } } },
      'stop: clock.until',
      '',
      'at most',
    ],
    [
      'an end that is a factor too',
      { stop: { t: 1 }, factors: [{ path: 'clock.until', kind: 'list', values: [1] }] },
      'factors.0.path',
      'beside',
      'one of the two',
    ],
    [
      'too many points',
      {
        factors: [
          { path: 'economy.c', kind: 'range', from: 1, to: 2, steps: 10_000 },
          { path: 'economy.s', kind: 'range', from: 0, to: 1, steps: 10_000 },
        ],
      },
      'design',
      '100,000,000 points',
      'at most',
    ],
    [
      'too many runs',
      {
        factors: [{ path: 'economy.c', kind: 'range', from: 1, to: 2, steps: 1000 }],
        replications: { count: 1e6 },
      },
      'replications.count',
      'runs',
      'at most',
    ],
  ])('%s', (name, given, path, got, allowed) => {
    const input = name === 'no scenario' ? given : { scenario: wanderers, ...given };
    expectProblem(
      refused(() => parseExperiment(input), 10_000),
      path,
      got,
      allowed,
    );
  });

  test('with every problem at once', () => {
    const { problems } = refused(() => parseExperiment({ scenario: 'x', nmae: 1, stop: { t: -1 } }));
    expect(problems.map(({ path }) => path).sort()).toEqual(['nmae', 'scenario', 'stop.t']);
  });

  test.each([null, 3, 'text', [], [1]])('%j is no experiment', (input) => {
    expect(refused(() => parseExperiment(input)).problems.length).toBeGreaterThan(0);
  });

  test('text that is no JSON is refused with its place', () => {
    expectProblem(
      refused(() => experimentJson('{"scenario": "figure-1",}')),
      'experiment',
      '',
      'a JSON object',
    );
  });
});
