import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preset, presets, ScenarioError } from '../../../../src/scenario/index.ts';
import { defaultSetup, withParameter } from '../../../../web/page/sweep/defaults.ts';
import { sweepParameters } from '../../../../web/shared/sweep/parameters.ts';
import { type SweepSetup, setupIn, setupProblems, setupText } from '../../../../web/shared/sweep/setup.ts';

const axis = fc.record({
  path: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  from: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  to: fc.double({ min: 2e9, max: 1e30, noNaN: true }),
  steps: fc.integer({ min: 2, max: 50 }),
  scale: fc.constantFrom('linear' as const, 'log' as const),
});

describe('the setup of a sweep', () => {
  it('comes back from a link as it went, whatever groups are called', () => {
    fc.assert(
      fc.property(axis, fc.option(axis), fc.integer({ min: 1, max: 20 }), (x, other, seeds) => {
        const y = other && { ...other, path: `${other.path}'` };
        fc.pre(x.path !== y?.path);
        const setup: SweepSetup = { x, y, measure: 'groups.a;b,c.K', economy: 'fork 2', seeds };
        const address = new URL('http://lab.example/');
        address.searchParams.set('sweep', setupText(setup));
        expect(setupIn(new URL(address.href).searchParams.get('sweep')!)).toEqual(setup);
      }),
    );
  });

  it('of version 1 is read for ever', () => {
    expect(setupIn('1;economy.c,0.5,2,16,log;groups.lab%2C1.rule.q,0,1,5,linear;K;base;3')).toEqual({
      x: { path: 'economy.c', from: 0.5, to: 2, steps: 16, scale: 'log' },
      y: { path: 'groups.lab,1.rule.q', from: 0, to: 1, steps: 5, scale: 'linear' },
      measure: 'K',
      economy: 'base',
      seeds: 3,
    });
    expect(setupIn('1;economy.c,0.5,2,16,log;;K;base;3').y).toBeNull();
  });

  const good = '1;economy.c,0.5,2,16,log;;K;base;3';
  for (const [what, text, path] of [
    ['another version', good.replace('1;', '2;'), 'sweep'],
    ['a part too few', good.slice(0, -2), 'sweep'],
    ['no number', good.replace('0.5', '0x10'), 'sweep.x.from'],
    ['an empty number', good.replace('0.5', ''), 'sweep.x.from'],
    ['an infinite number', good.replace('2,', '1e999,'), 'sweep.x.to'],
    ['an end before its beginning', good.replace('2,', '0.1,'), 'sweep.x.to'],
    ['a log scale from 0', good.replace('0.5', '0'), 'sweep.x.from'],
    ['another scale', good.replace('log', 'sqrt'), 'sweep.x.scale'],
    ['a million steps', good.replace('16', '1000000'), 'sweep.x.steps'],
    ['half a step', good.replace('16', '2.5'), 'sweep.x.steps'],
    ['a billion seeds', good.replace(';3', ';1000000000'), 'sweep.seeds'],
    ['broken encoding', good.replace('K', '%E0%A4%A'), 'sweep.measure'],
    ['one parameter twice', good.replace(';;', ';economy.c,1,2,3,log;'), 'sweep.y'],
    ['too many cells', good.replace(';;', ';economy.f,0,1,101,linear;').replace('16', '101'), 'sweep.steps'],
    [
      'too many runs',
      good.replace('16', '101').replace(';;', ';economy.f,0.1,1,20,linear;').replace(';3', ';99'),
      'sweep.seeds',
    ],
    ['endless text', good + 'x'.repeat(5000), 'sweep'],
  ] as const)
    it(`is refused with ${what}, by name`, () => {
      try {
        setupIn(text);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(ScenarioError);
        expect((error as ScenarioError).problems[0].path).toBe(path);
      }
    });

  it('refuses nothing but by a ScenarioError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isNear) => {
        try {
          setupIn(isNear ? `1;${text}` : text);
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError);
        }
      }),
    );
  });

  it('has a beginning for every preset, and for every parameter of it', () => {
    for (const of of presets.map(({ name }) => preset(name))) {
      const setup = defaultSetup(of, false);
      expect(setupProblems(setup)).toEqual([]);
      for (const parameter of sweepParameters(of)) {
        const next = withParameter({ ...setup, y: null }, 'x', parameter);
        expect(setupProblems(next)).toEqual([]);
        const { min, max, minOpen, maxOpen } = parameter.row;
        expect(next.x.from).toBeGreaterThanOrEqual(min);
        expect(next.x.to).toBeLessThanOrEqual(max);
        if (minOpen) expect(next.x.from).not.toBe(min);
        if (maxOpen) expect(next.x.to).not.toBe(max);
      }
    }
  });
});
