import { transfer } from 'comlink';
import type { Frame } from '../shared/protocol.ts';

/** A frame that the page may keep: all its numbers in one buffer, which is moved and not copied. */
export function ownCopy(frame: Frame): Frame {
  const length = frame.lines.reduce((sum, line) => sum + line.data.length, frame.points.length);
  const all = new Float32Array(length);
  let used = 0;
  const copy = (data: Float32Array): Float32Array => {
    all.set(data, used);
    used += data.length;
    return all.subarray(used - data.length, used);
  };
  const points = copy(frame.points);
  const lines = frame.lines.map((line) => ({ ...line, data: copy(line.data) }));
  return transfer({ ...frame, points, lines }, [all.buffer]);
}
