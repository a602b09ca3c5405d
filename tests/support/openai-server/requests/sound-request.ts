/** What `POST /audio/speech` takes, and `/audio/transcriptions`, whose fields come as a form. */
import { z } from 'zod';
import { formList, formNumber, formSwitch } from './form-fields';
import { invalidFor, unsupported } from './refusal';

const LONGEST_TEXT = 4096;
const FIRST_VOICES = 'alloy ash coral echo fable nova onyx sage shimmer'.split(' ');
const VOICES = [...FIRST_VOICES, 'ballad', 'cedar', 'marin', 'verse'];

export const speechRequest = z
  .strictObject({
    model: z.string(),
    input: z.string().min(1).max(LONGEST_TEXT),
    instructions: z.string().max(LONGEST_TEXT).optional(),
    voice: z.union([z.string(), z.strictObject({ id: z.string() })]),
    response_format: z.enum(['mp3', 'opus', 'aac', 'flac', 'wav', 'pcm']).optional(),
    speed: z.number().min(0.25).max(4).optional(),
    stream_format: z.enum(['sse', 'audio']).optional(),
  })
  .superRefine(({ model, voice, instructions, stream_format: stream }, context) => {
    const isFirst = /^tts-1/.test(model);
    const voices = isFirst ? FIRST_VOICES : /^gpt-4o-mini-tts/.test(model) ? VOICES : null;
    if (voices && typeof voice === 'string' && !voices.includes(voice)) {
      context.addIssue(invalidFor('voice', voice, voices));
    }
    if (isFirst && instructions !== undefined) context.addIssue(unsupported('instructions', 'parameter'));
    if (isFirst && stream === 'sse') context.addIssue(unsupported('stream_format', 'value'));
    if (/realtime/.test(model)) context.addIssue(unsupported('model', 'value'));
  });

/** The languages that ISO 639-1 has a code for are those that `Intl` knows by two letters. */
function isTwoLetterCode(code: string): boolean {
  if (!/^[a-z]{2}$/.test(code)) return false;
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) !== undefined;
}

const language = z.string().superRefine((code, context) => {
  if (isTwoLetterCode(code)) return;
  const message = `Invalid language '${code}'. Language parameter must be specified in ISO-639-1 format.`;
  context.addIssue({ code: 'custom', params: { code: 'invalid_language_format', message } });
});

export const transcriptionRequest = z
  .strictObject({
    model: z.string(),
    language: language.optional(),
    languages: formList(language).optional(),
    keywords: formList(z.string()).optional(),
    prompt: z.string().optional(),
    response_format: z.enum(['json', 'text', 'srt', 'verbose_json', 'vtt', 'diarized_json']).optional(),
    temperature: formNumber(z.number().min(0).max(1)).optional(),
    include: formList(z.literal('logprobs')).optional(),
    timestamp_granularities: formList(z.enum(['word', 'segment'])).optional(),
    stream: formSwitch.optional(),
    chunking_strategy: z.literal('auto').optional(),
  })
  .superRefine((request, context) => {
    const { model, response_format: format = 'json' } = request;
    const isNew = model === 'gpt-transcribe';
    const formats = isNew || /^gpt-4o(-mini)?-transcribe(?!-diarize)/.test(model) ? ['json'] : null;
    if (formats && !formats.includes(format))
      context.addIssue(invalidFor('response_format', format, formats));
    if (request.timestamp_granularities && format !== 'verbose_json') {
      context.addIssue(unsupported('timestamp_granularities', 'parameter'));
    }
    for (const param of ['languages', 'keywords'] as const) {
      if (request[param] && !isNew) context.addIssue(unsupported(param, 'parameter'));
    }
    if (request.temperature !== undefined && isNew) {
      context.addIssue(unsupported('temperature', 'parameter'));
    }
    if (request.include && !/^gpt-4o(-mini)?-transcribe(?!-diarize)/.test(model)) {
      context.addIssue(unsupported('include', 'parameter'));
    }
  });
