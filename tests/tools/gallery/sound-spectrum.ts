/** Spectra of sound: what bands it fills, how it changes, and a picture of it. */
import sharp from 'sharp';
import { fourierTransform } from '#jobs/sound/alignment/fourier.ts';

const SIZE = 4096;
const BANDS = 48;
const LOWEST_HZ = 40;
const HIGHEST_HZ = 16_000;

/** Edges of the bands, Hz: each as much higher than the one before. */
const EDGES = Array.from(
  { length: BANDS + 1 },
  (_, band) => LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** (band / BANDS),
);
const WINDOW = Float64Array.from(
  { length: SIZE },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / SIZE),
);

/** Power in each of 48 logarithmic bands from 40 Hz to 16 kHz, every `hop` samples. */
export function bandPowers(samples: Float32Array, sampleRate: number, hop: number): Float64Array[] {
  const columns: Float64Array[] = [];
  for (let start = 0; start + SIZE <= samples.length; start += hop) {
    const real = Float64Array.from(WINDOW, (weight, at) => weight * (samples[start + at] as number));
    const imaginary = new Float64Array(SIZE);
    fourierTransform(real, imaginary);
    columns.push(
      Float64Array.from({ length: BANDS }, (_, band) => powerIn(band, real, imaginary, sampleRate)),
    );
  }
  return columns;
}

/** Power of one band; one that is narrower than the transform can tell has its part of the nearest bin. */
function powerIn(band: number, real: Float64Array, imaginary: Float64Array, sampleRate: number): number {
  const width = sampleRate / SIZE;
  const [from, to] = [EDGES[band] as number, EDGES[band + 1] as number];
  const first = Math.round(from / width);
  const last = Math.max(first, Math.round(to / width) - 1);
  let power = 0;
  for (let bin = first; bin <= last; bin++)
    power += (real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2;
  return (power * (to - from)) / ((last - first + 1) * width);
}

/** Mean of several columns. */
export function meanSpectrum(columns: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(BANDS);
  for (const column of columns) {
    for (let band = 0; band < BANDS; band++) sum[band] = (sum[band] as number) + (column[band] as number);
  }
  return sum.map((power) => power / Math.max(1, columns.length));
}

/** Share of the power between two frequencies, dB; 0 is all of it. */
export function bandShareDb(spectrum: Float64Array, fromHz: number, toHz: number): number {
  const whole = spectrum.reduce((sum, power) => sum + power, 0);
  const part = spectrum.reduce((sum, power, band) => {
    const centre = Math.sqrt((EDGES[band] as number) * (EDGES[band + 1] as number));
    return centre >= fromHz && centre < toHz ? sum + power : sum;
  }, 0);
  return 10 * Math.log10(part / Math.max(whole, 1e-20) + 1e-12);
}

/** Mean of a spectrum on a logarithmic scale of frequency, Hz: how bright a sound is. */
export function centroidHz(spectrum: Float64Array): number {
  let weighted = 0;
  let whole = 0;
  spectrum.forEach((power, band) => {
    weighted += power * Math.log(Math.sqrt((EDGES[band] as number) * (EDGES[band + 1] as number)));
    whole += power;
  });
  return Math.exp(weighted / Math.max(whole, 1e-20));
}

/** Mean difference of two spectra's bands, each at its own mean level, dB: how unlike they sound. */
export function spectralDistanceDb(a: Float64Array, b: Float64Array): number {
  const [one, other] = [shapeDb(a), shapeDb(b)];
  return one.reduce((sum, level, band) => sum + Math.abs(level - (other[band] as number)), 0) / BANDS;
}

function shapeDb(spectrum: Float64Array): Float64Array {
  const levels = spectrum.map((power) => 10 * Math.log10(power + 1e-6));
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return levels.map((level) => level - mean);
}

/** Range of the drawing, dB below full scale. */
const DARKEST_DB = -100;
const BRIGHTEST_DB = -20;
const BAND_HEIGHT = 5;
const COLUMNS_A_SECOND = 20;

/** Draws a spectrogram as a PNG: time to the right, 40 Hz to 16 kHz upwards, white lines where scenes begin. */
export async function drawSpectrogram(
  samples: Float32Array,
  sampleRate: number,
  marksMs: readonly number[],
  file: string,
): Promise<void> {
  const hop = Math.round(sampleRate / COLUMNS_A_SECOND);
  const columns = bandPowers(samples, sampleRate, hop);
  const width = columns.length;
  const height = BANDS * BAND_HEIGHT;
  const pixels = Buffer.alloc(width * height * 3);
  const marks = new Set(marksMs.map((ms) => Math.round((ms / 1000) * COLUMNS_A_SECOND)));
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      const band = BANDS - 1 - Math.floor(y / BAND_HEIGHT);
      const power = (columns[x]?.[band] ?? 0) / (SIZE / 4) ** 2;
      const level = (10 * Math.log10(power + 1e-12) - DARKEST_DB) / (BRIGHTEST_DB - DARKEST_DB);
      const heat = Math.max(0, Math.min(1, level));
      const colour = marks.has(x) && y % 4 < 2 ? [255, 255, 255] : heatColour(heat);
      pixels.set(colour, (y * width + x) * 3);
    }
  }
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file);
}

/** Black over violet and orange to pale yellow. */
function heatColour(heat: number): [number, number, number] {
  return [heat * 1.8, heat * 1.7 - 0.65, heat < 0.45 ? heat * 1.3 : Math.abs(1.1 - heat * 1.4)].map((part) =>
    Math.round(255 * Math.max(0, Math.min(1, part))),
  ) as [number, number, number];
}
