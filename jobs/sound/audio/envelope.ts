/** Shapes over time: sliding minimum and maximum, window smoothing, fades. */

/** Minimum of each value and its neighbours up to `radius` positions away (monotonic queue, O(n)). */
export function slidingMinimum(values: Float32Array, radius: number): Float32Array {
  const output = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let index = 0; index < values.length; index++) {
    const last = Math.min(values.length - 1, index + radius);
    for (; next <= last; next++) {
      while (tail > head && (values[queue[tail - 1] as number] as number) >= (values[next] as number)) tail--;
      queue[tail++] = next;
    }
    while ((queue[head] as number) < index - radius) head++;
    output[index] = values[queue[head] as number] as number;
  }
  return output;
}

/** Maximum of each value and its neighbours from `before` positions earlier to `after` positions later. */
export function slidingMaximum(values: Float32Array, before: number, after: number): Float32Array {
  const output = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let index = 0; index < values.length; index++) {
    const last = Math.min(values.length - 1, index + after);
    for (; next <= last; next++) {
      while (tail > head && (values[queue[tail - 1] as number] as number) <= (values[next] as number)) tail--;
      queue[tail++] = next;
    }
    while ((queue[head] as number) < index - before) head++;
    output[index] = values[queue[head] as number] as number;
  }
  return output;
}

/**
 * Smooths with a bell no wider than `radius` on each side: two running means in a row, which make a
 * triangular window. Beyond the ends the first and last values are taken to go on.
 */
export function smoothedByWindow(values: Float32Array, radius: number): Float32Array {
  const half = Math.floor(radius / 2);
  return runningMean(runningMean(values, half), radius - half);
}

function runningMean(values: Float32Array, radius: number): Float32Array {
  if (radius === 0 || values.length === 0) return values.slice();
  const output = new Float32Array(values.length);
  const width = 2 * radius + 1;
  const at = (index: number): number => values[Math.max(0, Math.min(values.length - 1, index))] as number;
  let sum = 0;
  for (let index = -radius; index <= radius; index++) sum += at(index);
  for (let index = 0; index < values.length; index++) {
    output[index] = sum / width;
    sum += at(index + radius + 1) - at(index - radius);
  }
  return output;
}

/** Multiplies the first `fadeIn` and the last `fadeOut` samples by raised cosines, in place. */
export function fadeEnds(samples: Float32Array, fadeIn: number, fadeOut: number): void {
  const rise = Math.min(fadeIn, samples.length);
  for (let index = 0; index < rise; index++) {
    samples[index] = (samples[index] as number) * raisedCosine(index / rise);
  }
  const fall = Math.min(fadeOut, samples.length);
  for (let index = 0; index < fall; index++) {
    const position = samples.length - 1 - index;
    samples[position] = (samples[position] as number) * raisedCosine(index / fall);
  }
}

/** 0 at 0, 1 at 1, level at both ends. */
export function raisedCosine(position: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * Math.max(0, Math.min(1, position)));
}
