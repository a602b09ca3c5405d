/**
 * Discrete Fourier transform in place, radix 2 (J. Cooley and J. Tukey 1965). The length of both arrays must
 * be the same power of two.
 */
export function fourierTransform(real: Float64Array, imaginary: Float64Array): void {
  const length = real.length;
  if (length === 0 || (length & (length - 1)) !== 0 || imaginary.length !== length) {
    throw new RangeError('The transform needs two arrays whose length is the same power of two.');
  }
  reverseBits(real, imaginary);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let offset = 0; offset < half; offset++) {
      const angle = (-2 * Math.PI * offset) / size;
      const cosine = Math.cos(angle);
      const sine = Math.sin(angle);
      for (let even = offset; even < length; even += size) {
        const odd = even + half;
        const oddReal = real[odd] as number;
        const oddImaginary = imaginary[odd] as number;
        const turnedReal = oddReal * cosine - oddImaginary * sine;
        const turnedImaginary = oddReal * sine + oddImaginary * cosine;
        real[odd] = (real[even] as number) - turnedReal;
        imaginary[odd] = (imaginary[even] as number) - turnedImaginary;
        real[even] = (real[even] as number) + turnedReal;
        imaginary[even] = (imaginary[even] as number) + turnedImaginary;
      }
    }
  }
}

function reverseBits(real: Float64Array, imaginary: Float64Array): void {
  const length = real.length;
  let reversed = 0;
  for (let index = 1; index < length; index++) {
    let bit = length >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index < reversed) {
      swap(real, index, reversed);
      swap(imaginary, index, reversed);
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] as number;
  values[a] = values[b] as number;
  values[b] = kept;
}
