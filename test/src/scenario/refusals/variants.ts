import { group, json, variant } from './given.ts';
import type { Refusal } from './refusal.ts';

/** Scenarios whose variants are wrong. */
export const malformedVariants: readonly Refusal[] = [
  [{ variants: {} }, 'variants', 'an object', 'a list of at most 32 variants'],
  [{ variants: Array(33).fill({}) }, 'variants', 'a list of 33', 'at most 32'],
  [{ variants: [{ set: {} }] }, 'variants.0.name', 'nothing', '1 to 60'],
  [{ variants: [{ name: 'v', set: [] }] }, 'variants.v.set', 'a list of 0', 'an object of changes'],
  [variant({}, 'base'), 'variants.base.name', '"base"', 'a name of its own'],
  [{ variants: [{ name: 'v' }, { name: 'v' }] }, 'variants.1.name', '"v" a second time', 'a name of its own'],
  [variant({ seed: 2 }), 'variants.v.set.seed', 'no variant may make', 'clock, economy, groups'],
  [variant({ variants: [] }), 'variants.v.set.variants', 'no variant may make', 'clock, economy, groups'],
  [
    json('{"variants":[{"name":"v","set":{"__proto__":1}}]}'),
    'variants.v.set.__proto__',
    'no variant may make',
    'clock',
  ],
  [variant({ 'economy.c': 9 }), 'variants.v.set.economy.c', '9', 'from 0.05 to 5'],
  [variant({ 'economy.cc': 1 }), 'variants.v.set.economy.cc', 'an unknown key', 'a, b, c, s, sigma'],
  [
    variant({ 'groups.lab.count': 2 }),
    'variants.v.set.groups.lab.count',
    'no item "lab"',
    'did you mean "labs"?',
  ],
  [
    variant({ 'groups.labs.count.x': 2 }),
    'variants.v.set.groups.labs.count.x',
    'a path into 1',
    'groups.labs.count itself',
  ],
  [variant({ clock: { h: 1e-8 } }), 'variants.v.set.clock.h', 'ticks', 'at most 10,000,000 ticks'],
  [
    { ...group({ count: 6e5 }), ...variant({}) },
    'groups.*.count',
    '1,200,000 labs in 2 economies',
    'at most 1,000,000',
  ],
  [
    { variants: [{ name: 'v', set: { 'economy.k1': 2, 'economy.k2': 1 } }] },
    'variants.v.set.economy.k1',
    '2',
    'below k2, which is 1',
  ],
  [variant({ 'economy.techniques': 'mtcs' }), 'variants.v.set.economy.techniques.0', '"mtcs"', '"mcts"?'],
];
