/**
 * A voice model small enough for tests and of the very shape that VITS models of coqui have: a tone for each
 * letter, higher for higher speakers, and silence for spaces and marks.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from './protobuf';

const SAMPLE_RATE = 16_000;
/** ms of sound for a letter at the voice's own pace. */
const LETTER_MS = 70;
/** Tokens up to this one are silent. */
const LAST_SILENT = 9;
const SILENT = ' .,;:?!\'"-';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** ONNX's own numbers of types. */
const FLOAT = 1;
const INT64 = 7;

export interface TinyVoice {
  /** Default 1. */
  speakers?: number;
  speakerNames?: readonly string[];
  language?: string;
}

/** When each word of a text begins, from its first one on, ms: every letter, space and mark lasts as long. */
export function tinyWordStarts(text: string): number[] {
  const read = text.toLowerCase().replace(/[“”]/gu, '"');
  const known = [...read].filter((sign) => SILENT.includes(sign) || LETTERS.includes(sign)).join('');
  const starts = [...known.matchAll(/(?<=^| )["']*[a-z0-9]/g)].map(
    ({ index, 0: found }) => index + found.length - 1,
  );
  return starts.map((at) => (at - (starts[0] ?? 0)) * LETTER_MS);
}

/** Writes `model.onnx` and `tokens.txt` into a folder, which is made. */
export async function writeTinyVoice(folder: string, voice: TinyVoice = {}): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'model.onnx'), tinyModel(voice));
  const tokens = [...SILENT, ...LETTERS].map((letter, id) => `${letter} ${id}\n`);
  await writeFile(join(folder, 'tokens.txt'), tokens.join(''));
}

function tinyModel({ speakers = 1, speakerNames, language = 'English' }: TinyVoice): Uint8Array {
  const samples = (LETTER_MS / 1000) * SAMPLE_RATE;
  const nodes = [
    node('Cast', ['input'], 'token', { to: FLOAT }),
    node('Cast', ['sid'], 'speaker', { to: FLOAT }),
    // Radians a sample: 120 Hz and 12 Hz more for each token, half as high again for each speaker.
    node('Mul', ['token', 'step'], 'stepped'),
    node('Add', ['stepped', 'base'], 'pitch'),
    node('Mul', ['speaker', 'half'], 'raised'),
    node('Add', ['raised', 'one'], 'register'),
    node('Mul', ['pitch', 'register'], 'sung'),
    node('Unsqueeze', ['sung', 'last'], 'radians'),
    node('Sub', ['token', 'silent'], 'above'),
    node('Clip', ['above', 'zero', 'one'], 'loud'),
    node('Unsqueeze', ['loud', 'last'], 'loudness'),
    node('Gather', ['scales', 'second'], 'slowness'),
    node('Mul', ['slowness', 'samples'], 'length'),
    node('Cast', ['length'], 'count', { to: INT64 }),
    node('Range', ['start', 'count', 'stride'], 'indices'),
    node('Cast', ['indices'], 'time', { to: FLOAT }),
    node('Mul', ['radians', 'time'], 'phase'),
    node('Sin', ['phase'], 'tone'),
    node('Div', ['pi', 'length'], 'turn'),
    node('Mul', ['time', 'turn'], 'arc'),
    node('Sin', ['arc'], 'swell'),
    node('Mul', ['tone', 'swell'], 'swelling'),
    node('Mul', ['swelling', 'loudness'], 'sound'),
    node('Reshape', ['sound', 'flat'], 'output'),
  ];
  const hertz = (value: number) => (value * 2 * Math.PI) / SAMPLE_RATE;
  const constants = [
    floats('step', hertz(12)),
    floats('base', hertz(120)),
    floats('half', 0.5),
    floats('one', 1),
    floats('zero', 0),
    floats('pi', Math.PI),
    floats('silent', LAST_SILENT),
    floats('samples', samples),
    integers('last', [2], [1]),
    integers('second', [1]),
    integers('start', [0]),
    integers('stride', [1]),
    integers('flat', [1, 1, -1], [3]),
  ];
  const graph = message({
    1: nodes,
    2: 'tiny voice',
    5: constants,
    11: [
      value('input', INT64, [1, 'letters']),
      value('input_lengths', INT64, [1]),
      value('scales', FLOAT, [3]),
      value('sid', INT64, [1]),
    ],
    12: [value('output', FLOAT, [1, 1, 'samples'])],
  });
  const facts = {
    model_type: 'vits',
    comment: 'coqui',
    frontend: 'characters',
    language,
    sample_rate: String(SAMPLE_RATE),
    n_speakers: String(speakers),
    add_blank: '0',
    use_eos_bos: '0',
    ...(speakerNames && { speaker_names: speakerNames.join(',') }),
  };
  return message({
    1: 8,
    2: 'storyshort',
    7: graph,
    8: message({ 1: '', 2: 13 }),
    14: Object.entries(facts).map(([key, text]) => message({ 1: key, 2: text })),
  });
}

function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  numbers: Record<string, number> = {},
) {
  const attributes = Object.entries(numbers).map(([name, number]) => message({ 1: name, 3: number, 20: 2 }));
  return message({ 1: inputs, 2: output, 4: operator, 5: attributes });
}

function floats(name: string, number: number) {
  const raw = Buffer.alloc(4);
  raw.writeFloatLE(number);
  return message({ 2: FLOAT, 8: name, 9: raw });
}

function integers(name: string, numbers: readonly number[], dims: readonly number[] = []) {
  const raw = Buffer.alloc(numbers.length * 8);
  numbers.forEach((number, at) => {
    raw.writeBigInt64LE(BigInt(number), at * 8);
  });
  return message({ 1: dims, 2: INT64, 8: name, 9: raw });
}

function value(name: string, type: number, dims: readonly (number | string)[]) {
  const shape = message({
    1: dims.map((dim) => (typeof dim === 'number' ? message({ 1: dim }) : message({ 2: dim }))),
  });
  return message({ 1: name, 2: message({ 1: message({ 1: type, 2: shape }) }) });
}
