import type { EconomyView, GroupView } from '../../../src/core/economyView.ts';
import type { Simulation } from '../../../src/core/simulation.ts';
import type { LabPlace } from '../../shared/protocol.ts';
import { remembersOf } from '../reasons/index.ts';
import { LabTrack } from './labTrack.ts';

/** A lab, and what it may see of the others, at the end of a tick. */
export interface Seen {
  readonly t: number;
  /** Ticks completed. */
  readonly tick: number;
  readonly K: number;
  readonly T: number;
  /** Split and reinvested share of the tick that ended. */
  readonly q: number;
  readonly s: number;
  readonly cHat: number;
  readonly totalT: number;
  readonly leaderT: number;
  /** What its rule remembers of it, field by field. */
  readonly remembered: readonly number[];
  readonly crowd: Crowd | null;
}

/** Every lab of an economy, group after group: its split, and how it grew, in the tick that ended. */
export interface Crowd {
  readonly q: Float64Array;
  readonly growthK: Float64Array;
  readonly growthT: Float64Array;
}

/** One lab that is followed: its path, and its last decision from both sides. Watching only reads. */
export class PinnedLab {
  readonly place: LabPlace;
  readonly economy: EconomyView;
  readonly group: GroupView;
  readonly track = new LabTrack();
  /** Where the track begins; null before the first sample. */
  since: number | null = null;
  /** The ends of the last two ticks; `before` is null where the tick before was not watched. */
  before: Seen | null = null;
  now: Seen;

  private constructor(place: LabPlace, economy: EconomyView) {
    this.place = place;
    this.economy = economy;
    this.group = economy.groups[place.group];
    this.now = this.#look();
  }

  /** Null where there is no such lab. */
  static of({ economies }: Simulation, place: LabPlace): PinnedLab | null {
    const economy = economies[place.economy];
    const group = economy?.groups[place.group];
    const isThere = group && Number.isInteger(place.lab) && place.lab >= 0 && place.lab < group.count;
    return isThere ? new PinnedLab(place, economy) : null;
  }

  /** Call after every decision interval, at its position. */
  see(position: number): void {
    const next = this.#look();
    if (next.t > this.now.t) {
      // A tick that ends in a blow-up is not counted.
      const isNext =
        next.tick === this.now.tick + 1 || (next.tick === this.now.tick && !this.economy.isRunning);
      this.before = isNext ? this.now : null;
    }
    this.now = next;
    this.since ??= next.t;
    this.track.push(position, next.t, next.K, next.T, next.tick === 0 && next.t === 0 ? Number.NaN : next.q);
  }

  /** Time was moved: nothing is known of the tick before. */
  jump(): void {
    this.before = null;
    this.now = this.#look();
  }

  /** (log10 T, log10 K), also inside a tick; null where the lab has left, or its economy waits for its fork. */
  get spot(): { x: number; y: number } | null {
    const { lab } = this.place;
    const K = this.group.K[lab];
    return K > 0 && this.economy.status !== 'waiting'
      ? { x: Math.log10(this.group.T[lab]), y: Math.log10(K) }
      : null;
  }

  #look(): Seen {
    const { economy, group } = this;
    const { lab } = this.place;
    const { t, tick, T: totalT, maxT: leaderT } = economy.observation();
    const rule = economy.spec.groups[this.place.group].rule.type;
    const fields = remembersOf(rule);
    return {
      t,
      tick,
      K: group.K[lab],
      T: group.T[lab],
      q: group.q[lab],
      s: group.s[lab],
      cHat: group.cHat[lab],
      totalT,
      leaderT,
      remembered: Array.from({ length: fields }, (_, field) => group.remembered(field, lab)),
      crowd: rule === 'imitate' ? crowdOf(economy) : null,
    };
  }
}

function crowdOf({ groups, labs }: EconomyView): Crowd {
  const crowd = {
    q: new Float64Array(labs),
    growthK: new Float64Array(labs),
    growthT: new Float64Array(labs),
  };
  let at = 0;
  for (const { q, growth, count } of groups) {
    crowd.q.set(q, at);
    if (growth) {
      crowd.growthK.set(growth.K, at);
      crowd.growthT.set(growth.T, at);
    }
    at += count;
  }
  return crowd;
}
