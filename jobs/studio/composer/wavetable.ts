/** Single cycles of periodic waves, read at any pitch. */

/** A power of two, so that a position wraps by a mask; one guard sample follows for interpolation. */
export const TABLE_SIZE = 2048;

/** No partial above this, Hz, so that nothing folds back and the tone stays soft. */
const HIGHEST_PARTIAL = 9000;

const tables = new Map<string, Float32Array>();

/**
 * One cycle with partials falling off as 1 / n^`rollOff`, peak 1, with as many partials as fit under the
 * limit at the given frequency (Hz), in steps of half an octave.
 */
export function harmonicCycle(frequency: number, rollOff: number): Float32Array {
  const step = Math.ceil(Math.log2(frequency) * 2) / 2;
  const partials = Math.max(1, Math.min(40, Math.floor(HIGHEST_PARTIAL / 2 ** step)));
  const key = `${partials}/${rollOff}`;
  const known = tables.get(key);
  if (known) return known;
  const table = new Float32Array(TABLE_SIZE + 1);
  for (let partial = 1; partial <= partials; partial++) {
    const level = partial ** -rollOff;
    // Phases spread by n² keep the peaks of the sum low (M. R. Schroeder 1970).
    const phase = (Math.PI * partial * partial) / partials;
    for (let index = 0; index <= TABLE_SIZE; index++) {
      const angle = (2 * Math.PI * partial * index) / TABLE_SIZE + phase;
      table[index] = (table[index] as number) + level * Math.sin(angle);
    }
  }
  const peak = table.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
  const cycle = table.map((value) => value / peak);
  tables.set(key, cycle);
  return cycle;
}

/** Value of a cycle at a phase in table positions (any non-negative number), linearly interpolated. */
export function readCycle(cycle: Float32Array, phase: number): number {
  const whole = phase | 0;
  const index = whole & (TABLE_SIZE - 1);
  const from = cycle[index] as number;
  return from + ((cycle[index + 1] as number) - from) * (phase - whole);
}
