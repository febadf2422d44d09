import { brent } from './brent.ts';
import { type ControlCurve, type CurvePoint, controlCurve } from './controlCurve.ts';
import { between, fields, refusal } from './domain.ts';
import { readLabs } from './labs.ts';
import { type NashArc, type NashPlan, nashPlan } from './nashPlan.ts';
import { approachOf, type StartingPoint } from './nashStart.ts';
import { type LabStart, plannerBlowUpTime } from './planner.ts';
import type { PathPoint } from './planPath.ts';

/** A numerical plan: its curve is integrated, not a closed form. */
export interface ControlPlan extends Omit<NashPlan, 'entry'> {
  /** Only in case 'region': the curve and where it is entered. */
  readonly curve?: ControlCurve;
  readonly entryPoint?: CurvePoint;
}

/** Below this m − 1 the curve is too stiff for an explicit method; at 0 labs do not interact. */
const LEAST = 0.01;

/**
 * The symmetric open-loop equilibrium up to a horizon when the others' CONTROLS q_j(t) are given, not their
 * training: a lab then counts that its training makes the others grow, which spills back. NUMERICAL
 * (controlCurve.ts), to about 1e-9. Cases and arcs as nashPlan(); the two concepts agree on 'grow' and
 * 'train-grow', where nobody trains after the others could respond. Free riding is weaker the longer the
 * horizon: the curve tends to the planner's turnpike, and blowUpTime is the planner's.
 * lastHorizon as in NashPlan: for large m (N = 8, σ = ½, c = 1 already) the finite equilibria fold back after
 * blowUpTime. Source: derived here: open-loop game, others' controls given.
 *
 * @param input as nashPlan(), with σ(N−1) = 0 or at least 0.01; a horizon within about 1e-3 of blowUpTime is
 * refused where the curve would have to be followed further than it can be integrated
 */
export function controlTakingPlan(input: LabStart & { readonly horizon: number }): ControlPlan {
  const base = nashPlan(input);
  const { horizon } = base;
  const labs = readLabs(input);
  const nu = labs.m - 1;
  if (nu === 0) return base;
  if (nu < LEAST) throw refusal('sigma', input.sigma, `0, or a number from ${LEAST / (labs.N - 1)}`);
  const start = approachOf(input);
  const { a, k, c, m } = start;
  const curve = controlCurve(labs, c);
  const blowUpTime = plannerBlowUpTime(input);
  const time = a * horizon;
  const total = (p: CurvePoint): number =>
    start.timeTo(p.z) + Math.exp(-c * start.logTrainingAt(p.z)) * p.gamma;
  const found = firstCrossing(start, curve, total, time);
  const lastHorizon = Math.max(blowUpTime, found.most / a);
  const shape = { from: base.from, horizon, blowUpTime, lastHorizon };
  if (base.case === 'grow' || base.case === 'train-grow')
    return { ...shape, K: base.K, case: base.case, arcs: base.arcs };
  const arc = (control: NashArc['control'], q: number, from: number, to: number, qEnd = q): NashArc => ({
    control,
    q,
    qEnd,
    start: from / a,
    end: to === time ? horizon : to / a,
  });
  const first = (z: number): NashArc => {
    const training = start.z0 > z;
    return arc(training ? 'train' : 'grow', training ? 1 : 0, 0, start.timeTo(z));
  };
  const entry = found.entry;
  if (entry === undefined) {
    if (horizon < blowUpTime)
      throw refusal('horizon', horizon, `a number up to ${found.most / a}, or from ${blowUpTime}`);
    const approach = first(1 / m);
    const share = c / (1 + 2 * c);
    const arcs = [approach, arc('indifferent', share, a * approach.end, a * blowUpTime)];
    return { ...shape, K: Number.POSITIVE_INFINITY, case: 'blowup', arcs: arcs.filter(lasting) };
  }
  const logEnd = start.logTrainingAt(entry.z) - entry.logTraining;
  const leave = time - Math.exp(-c * logEnd);
  const approach = first(entry.z);
  const arcs = [
    approach,
    arc('indifferent', entry.q, a * approach.end, leave, 0),
    arc('grow', 0, leave, time),
  ];
  const K = (Math.exp(1 + (1 + c) * logEnd) * (base.from.K0 / k)) / c;
  return { ...shape, K, case: 'region', arcs: arcs.filter(lasting), curve, entryPoint: entry };
}

const lasting = ({ start, end }: NashArc): boolean => end > start;

/** The first point of the curve whose total time is `time`, and the most any point before a fold has. */
function firstCrossing(
  start: StartingPoint,
  curve: ControlCurve,
  total: (p: CurvePoint) => number,
  time: number,
): { entry?: CurvePoint; most: number } {
  const { points, at } = curve;
  const slope = ({ z, gamma, gammaSlope, ratioSlope }: CurvePoint): number =>
    z >= start.z0
      ? gammaSlope + ratioSlope
      : gammaSlope + (start.c / (1 + start.c)) * ratioSlope * (gamma - 1 / (start.m * z));
  let entry: CurvePoint | undefined;
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i]!;
    let to = points[i + 1]!;
    // The slope vanishes at s = 0 after an arc of growth.
    const folds = i > 0 && slope(from) > 0 && slope(to) < 0;
    if (folds)
      to = at(
        i,
        brent((s) => slope(at(i, s)), from.s, to.s),
      );
    if (entry === undefined && total(to) >= time)
      entry =
        total(from) >= time
          ? from
          : at(
              i,
              brent((s) => total(at(i, s)) / time - 1, from.s, to.s),
            );
    if (folds) return { ...(entry && { entry }), most: total(to) };
    if (slope(to) < 0 && i === 0) return { ...(entry && { entry }), most: total(from) };
  }
  return { ...(entry && { entry }), most: total(points.at(-1)!) };
}

/**
 * One lab's K, T and q at time t of a control-taking plan; as nashPath(), with the region's part from the
 * integrated curve. In case 'blowup' its last arc is the planner's turnpike.
 *
 * @param plan from controlTakingPlan()
 * @param t from 0 to the plan's horizon, unit 1/a
 */
export function controlTakingPath(plan: ControlPlan, t: number): PathPoint {
  if (!Array.isArray(fields(plan, 'plan').arcs)) throw refusal('plan', plan, 'a plan of controlTakingPlan');
  between('t', t, 0, plan.horizon);
  const { K0, T0, b } = plan.from;
  if (plan.case === 'blowup' && t >= plan.blowUpTime)
    return { K: Number.POSITIVE_INFINITY, T: Number.POSITIVE_INFINITY, q: plan.arcs.at(-1)!.q };
  const start = approachOf(plan.from);
  const { a, m, c } = start;
  let K = K0;
  let T = T0;
  let q = 0;
  for (const arc of plan.arcs) {
    if (!(arc.start < t || (arc.start === t && t < plan.horizon))) break;
    const dt = Math.min(t, arc.end) - arc.start;
    q = arc.q;
    if (arc.control === 'train') T += b * K * dt;
    else if (arc.control === 'grow' && plan.case === 'region' && arc.end === plan.horizon)
      K = plan.K * Math.exp(-a * (m * T) ** c * (plan.horizon - t));
    else if (arc.control === 'grow') K *= Math.exp(a * (m * T) ** c * dt);
    else if (plan.curve === undefined || plan.entryPoint === undefined) {
      const left = 1 - a * q * (m * T) ** c * dt;
      T *= left ** (-1 / c);
      K *= left ** (-(1 + c) / c);
    } else {
      const on = pointWithLeft(
        plan.curve,
        plan.entryPoint,
        start,
        arc.end <= t ? undefined : a * (plan.horizon - t),
      );
      const logT = start.logTrainingAt(plan.entryPoint.z) + on.logTraining - plan.entryPoint.logTraining;
      q = on.q;
      T = Math.exp(logT) / m;
      K = (on.z * Math.exp((1 + c) * logT) * a) / (c * b);
    }
  }
  return { K, T, q };
}

/** The curve's point with `left` to go to the horizon; undefined: its end. */
function pointWithLeft(
  { points, at }: ControlCurve,
  entry: CurvePoint,
  start: StartingPoint,
  left: number | undefined,
): CurvePoint {
  if (left === undefined) return points[0]!;
  const logEnd = start.logTrainingAt(entry.z) - entry.logTraining;
  const excess = (p: CurvePoint): number =>
    (p.gamma * Math.exp(-start.c * (logEnd + p.logTraining))) / left - 1;
  if (excess(entry) <= 0) return entry;
  let i = 0;
  while (i + 1 < points.length && points[i + 1]!.s < entry.s && excess(points[i + 1]!) < 0) i++;
  const end = Math.min(points[i + 1]!.s, entry.s);
  const from = points[i]!;
  return excess(from) >= 0
    ? from
    : at(
        i,
        brent((s) => excess(at(i, s)), from.s, end),
      );
}
