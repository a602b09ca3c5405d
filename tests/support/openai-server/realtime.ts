/** The Realtime API of a server in a test: a conversation in which it reads aloud what it is given. */

import type { WebSocket } from 'ws';
import { z } from 'zod';
import { resample } from '#jobs/sound/audio/resample.ts';
import type { ServerFault } from './fault-plan';
import { cutTo, type SpeechMemory, type TestVoice } from './speech';
import { speakSyllables } from './syllable-voice';

const RATE = 24_000;
/** As OpenAI counts the sound that it makes. */
const TOKENS_PER_SECOND = 20;
const VOICES = ['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'];

/** What a client may send, by the official schema of its events; anything else is an error, as there. */
const sessionUpdate = z.strictObject({
  type: z.literal('session.update'),
  event_id: z.string().optional(),
  session: z.strictObject({
    type: z.literal('realtime'),
    model: z.string().optional(),
    output_modalities: z
      .array(z.enum(['text', 'audio']))
      .length(1)
      .optional(),
    instructions: z.string().optional(),
    max_output_tokens: z.union([z.literal('inf'), z.number().int().min(1).max(4096)]).optional(),
    audio: z
      .strictObject({
        input: z.strictObject({ turn_detection: z.null().optional() }).optional(),
        output: z
          .strictObject({
            format: z
              .discriminatedUnion('type', [
                z.strictObject({ type: z.literal('audio/pcm'), rate: z.literal(RATE).optional() }),
                z.strictObject({ type: z.enum(['audio/pcmu', 'audio/pcma']) }),
              ])
              .optional(),
            voice: z.enum(VOICES as [string, ...string[]]).optional(),
            speed: z.number().min(0.25).max(1.5).optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});
const itemCreate = z.strictObject({
  type: z.literal('conversation.item.create'),
  event_id: z.string().optional(),
  previous_item_id: z.string().nullish(),
  item: z.strictObject({
    type: z.literal('message'),
    role: z.literal('user'),
    content: z.array(z.strictObject({ type: z.literal('input_text'), text: z.string().min(1) })).min(1),
  }),
});
const responseCreate = z.strictObject({
  type: z.literal('response.create'),
  event_id: z.string().optional(),
  response: z.strictObject({}).optional(),
});
const clientEvent = z.discriminatedUnion('type', [sessionUpdate, itemCreate, responseCreate]);

export interface RealtimeCall {
  fault: ServerFault | null;
  memory: SpeechMemory;
  voice: TestVoice | undefined;
  /** Told what was asked for, once it is; says whether the answer counts. */
  onAsked(fields: Record<string, unknown>): void;
  onPaid(): void;
}

/** Holds the conversation until it is closed. */
export function converse(
  socket: WebSocket,
  { fault, memory, voice = speakSyllables, onAsked, onPaid }: RealtimeCall,
) {
  let session: z.infer<typeof sessionUpdate>['session'] = { type: 'realtime' };
  const texts: string[] = [];
  let ids = 0;
  const send = (type: string, fields: Record<string, unknown> = {}) =>
    socket.send(JSON.stringify({ event_id: `event_${++ids}`, type, ...fields }));
  const refuse = (type: string, code: string | null, message: string) =>
    send('error', { error: { type, code, message, param: null, event_id: null } });

  async function respond(): Promise<void> {
    const text = texts.join('\n');
    onAsked({ session, text });
    if (fault?.kind === 'hang') return;
    const about = { response_id: 'resp_1', item_id: 'item_2', output_index: 0, content_index: 0 };
    const said = fault?.kind === 'say' ? String(fault.content) : text;
    const whole = await voice(said, session.audio?.output?.speed ?? 1);
    const spoken = fault?.kind === 'cut' ? cutTo(whole, fault.share) : whole;
    memory.remember(spoken);
    const sound = resample(spoken.samples, spoken.sampleRate, RATE);
    if (fault?.kind === 'silence') sound.fill(0);
    const pcm = fault?.kind === 'empty' ? Buffer.alloc(0) : pcmOf(sound);
    send('response.created', { response: { id: 'resp_1', status: 'in_progress' } });
    const half = Math.ceil(pcm.length / 4) * 2;
    for (const part of [pcm.subarray(0, half), pcm.subarray(half)]) {
      if (part.length > 0) send('response.output_audio.delta', { ...about, delta: part.toString('base64') });
      if (fault?.kind === 'reset') return socket.terminate();
      if (fault?.kind === 'stall') return;
    }
    if (fault?.kind === 'refuse' || fault?.kind === 'length') {
      const reason = fault.kind === 'refuse' ? 'content_filter' : 'max_output_tokens';
      done('incomplete', { type: 'incomplete', reason });
      return;
    }
    send('response.output_audio.done', about);
    send('response.output_audio_transcript.done', { ...about, transcript: said });
    done('completed', null, {
      total_tokens: 0,
      input_tokens: Math.ceil(((session.instructions?.length ?? 0) + text.length) / 4),
      output_tokens: Math.ceil((sound.length / RATE) * TOKENS_PER_SECOND) + Math.ceil(said.length / 4),
      output_token_details: {
        audio_tokens: Math.ceil((sound.length / RATE) * TOKENS_PER_SECOND),
        text_tokens: Math.ceil(said.length / 4),
      },
    });
    onPaid();
  }

  const done = (status: string, details: object | null, usage: object | null = null) =>
    send('response.done', {
      response: {
        object: 'realtime.response',
        id: 'resp_1',
        status,
        status_details: details,
        usage,
        output: [],
      },
    });

  socket.on('message', (data) => {
    const read = clientEvent.safeParse(JSON.parse(String(data)));
    if (!read.success) {
      return refuse('invalid_request_error', 'invalid_value', z.prettifyError(read.error));
    }
    const event = read.data;
    if (event.type === 'session.update') {
      session = event.session;
      send('session.updated', { session });
    } else if (event.type === 'conversation.item.create') {
      texts.push(...event.item.content.map(({ text }) => text));
      send('conversation.item.added', { item: { id: 'item_1', ...event.item } });
    } else if (fault?.kind === 'status') {
      const { type = 'server_error', code = null, message = 'The server had an error.' } = fault;
      refuse(type, code, message);
    } else void respond();
  });
  send('session.created', { session });
}

function pcmOf(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, at) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), at * 2);
  });
  return bytes;
}
