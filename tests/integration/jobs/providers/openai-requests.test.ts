/** The tests' own server refuses what the official one does: what passes it is the protocol. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startOpenAiServer();
});
afterAll(() => server.close());

type Fields = Record<string, unknown>;

const BASE: Record<string, Fields> = {
  'chat/completions': { model: 'gpt-6.1-terra', messages: [{ role: 'user', content: '{}' }] },
  'images/generations': { model: 'gpt-image-2', prompt: 'A fox.', size: '1024x1024' },
  'images/edits': { model: 'gpt-image-2', prompt: 'A fox.', image: file('image/png') },
  'audio/speech': { model: 'gpt-4o-mini-tts', input: 'Hello.', voice: 'marin' },
  'audio/transcriptions': { model: 'whisper-1', file: file('audio/wav') },
  moderations: { model: 'omni-moderation-latest', input: ['Hello.'] },
};

function file(type: string): Blob {
  return new Blob([new Uint8Array(64)], { type });
}

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      const field = Array.isArray(value) ? `${name}[]` : name;
      if (each instanceof Blob) form.append(field, each, 'sent');
      else form.append(field, String(each));
    }
  }
  return form;
}

async function post(endpoint: string, more: Fields) {
  const { ...fields } = { ...BASE[endpoint], ...more };
  for (const [name, value] of Object.entries(fields)) if (value === undefined) delete fields[name];
  const isForm = /edits|transcriptions/.test(endpoint);
  const sent = isForm
    ? { body: formOf(fields) }
    : { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${server.baseUrl}/${endpoint}`, { method: 'POST', ...sent });
  return { status: answer.status, text: await answer.text() };
}

it.each([
  ['chat/completions', { top_k: 5 }, 'unknown_parameter', 'top_k'],
  ['chat/completions', { model: undefined }, 'missing_required_parameter', 'model'],
  ['chat/completions', { messages: [] }, 'array_below_min_length', 'messages'],
  ['chat/completions', { messages: 'Hello.' }, 'invalid_type', 'messages'],
  ['chat/completions', { max_tokens: 9 }, 'unsupported_parameter', 'max_tokens'],
  ['chat/completions', { max_completion_tokens: 0.5 }, 'invalid_type', 'max_completion_tokens'],
  ['chat/completions', { temperature: 3 }, 'integer_above_max_value', 'temperature'],
  ['chat/completions', { temperature: 0.2 }, 'unsupported_value', 'temperature'],
  ['chat/completions', { reasoning_effort: 'utmost' }, 'invalid_value', 'reasoning_effort'],
  ['chat/completions', { model: 'gpt-5', reasoning_effort: 'max' }, 'unsupported_value', 'reasoning_effort'],
  [
    'chat/completions',
    { model: 'gpt-4.1', reasoning_effort: 'low' },
    'unsupported_parameter',
    'reasoning_effort',
  ],
  [
    'chat/completions',
    { messages: [{ role: 'user', content: 'Hello.', colour: 1 }] },
    'unknown_parameter',
    'messages[0].colour',
  ],
  [
    'chat/completions',
    { messages: [{ role: 'user', content: 'Hello.' }], response_format: { type: 'json_object' } },
    'invalid_value',
    'messages',
  ],
  ['images/generations', { quality: 'xhigh' }, 'invalid_value', 'quality'],
  ['images/generations', { quality: 'best' }, 'invalid_value', 'quality'],
  ['images/generations', { model: 'gpt-image-1.5', size: '864x1536' }, 'invalid_value', 'size'],
  ['images/generations', { size: '870x1536' }, 'invalid_value', 'size'],
  ['images/generations', { response_format: 'b64_json' }, 'unsupported_parameter', 'response_format'],
  ['images/generations', { input_fidelity: 'high' }, 'unknown_parameter', 'input_fidelity'],
  ['images/generations', { n: 11 }, 'integer_above_max_value', 'n'],
  ['images/generations', { n: '1' }, 'invalid_type', 'n'],
  ['images/generations', { prompt: '' }, 'string_below_min_length', 'prompt'],
  ['images/edits', { input_fidelity: 'high' }, 'unsupported_parameter', 'input_fidelity'],
  ['images/edits', { quality: 'max' }, 'invalid_value', 'quality'],
  ['images/edits', { image: undefined }, 'missing_required_parameter', 'image'],
  ['images/edits', { image: file('audio/wav') }, 'invalid_value', 'image'],
  ['images/edits', { strength: 1 }, 'unknown_parameter', 'strength'],
  ['audio/speech', { voice: 'slt' }, 'invalid_value', 'voice'],
  ['audio/speech', { speed: 4.5 }, 'decimal_above_max_value', 'speed'],
  ['audio/speech', { input: 'a'.repeat(4097) }, 'string_above_max_length', 'input'],
  ['audio/speech', { response_format: 'ogg' }, 'invalid_value', 'response_format'],
  ['audio/speech', { language: 'en' }, 'unknown_parameter', 'language'],
  [
    'audio/speech',
    { model: 'tts-1', voice: 'nova', instructions: 'Softly.' },
    'unsupported_parameter',
    'instructions',
  ],
  ['audio/transcriptions', { language: 'fil' }, 'invalid_language_format', 'language'],
  ['audio/transcriptions', { language: 'xx' }, 'invalid_language_format', 'language'],
  ['audio/transcriptions', { temperature: 1.5 }, 'decimal_above_max_value', 'temperature'],
  [
    'audio/transcriptions',
    { model: 'gpt-transcribe', temperature: 0 },
    'unsupported_parameter',
    'temperature',
  ],
  [
    'audio/transcriptions',
    { model: 'gpt-4o-transcribe', response_format: 'verbose_json' },
    'invalid_value',
    'response_format',
  ],
  [
    'audio/transcriptions',
    { timestamp_granularities: ['word'] },
    'unsupported_parameter',
    'timestamp_granularities',
  ],
  ['audio/transcriptions', { words: 'true' }, 'unknown_parameter', 'words'],
  ['audio/transcriptions', { file: 'a.wav' }, 'missing_required_parameter', 'file'],
  ['moderations', { input: undefined }, 'missing_required_parameter', 'input'],
  ['moderations', { input: 7 }, 'invalid_type', 'input'],
  ['moderations', { user: 'me' }, 'unknown_parameter', 'user'],
] as const)('POST /%s with %o is refused: %s', async (endpoint, more, code, param) => {
  const { status, text } = await post(endpoint, more);
  expect(status).toBe(400);
  const { error } = JSON.parse(text) as { error: Fields };
  expect(error).toEqual({ message: expect.any(String), type: 'invalid_request_error', code, param });
});

it.each([
  ['images/generations', { quality: 'high', output_format: 'png', stream: false, n: 1 }],
  ['images/generations', { model: 'gpt-image-2.5-flare', quality: 'max', size: '1088x1920' }],
  ['images/generations', { model: 'sdxl', response_format: 'b64_json' }],
  ['images/edits', { image: [file('image/png'), file('image/jpeg')], n: 1, stream: false }],
  ['audio/speech', { instructions: 'Softly.', speed: 1, response_format: 'wav' }],
  ['audio/speech', { model: 'kokoro', voice: 'af_sky' }],
  ['moderations', {}],
] as const)('POST /%s with %o is answered', async (endpoint, more) => {
  expect((await post(endpoint, more)).status).toBe(200);
});
