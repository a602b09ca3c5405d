/** Requests that the official server would not answer, and how it says so. */
import type { z } from 'zod';
import { type Answer, errorAnswer } from '../answer';
import type { Route } from '../fault-plan';
import type { RequestBody } from '../request-body';
import { chatRequest } from './chat-request';
import { moderationRequest } from './moderation-request';
import { editRequest, generationRequest } from './picture-request';
import { refusalOf } from './refusal';
import { speechRequest, transcriptionRequest } from './sound-request';

type Posted = Exclude<Route, 'models' | 'realtime'>;

const REQUESTS: Readonly<Record<Posted, z.ZodType>> = {
  chat: chatRequest,
  generations: generationRequest,
  edits: editRequest,
  speech: speechRequest,
  transcriptions: transcriptionRequest,
  moderations: moderationRequest,
};

/** Files that come along with the fields: least and most of each kind. */
const FILES: Partial<
  Record<Posted, Readonly<Record<string, { least: number; most: number; type: RegExp }>>>
> = {
  edits: {
    image: { least: 1, most: 16, type: /^image\/(png|jpeg|webp)$/ },
    mask: { least: 0, most: 1, type: /^image\/png$/ },
  },
  transcriptions: { file: { least: 1, most: 1, type: /^audio\// } },
};

/** Null for a request that is allowed. */
export function requestRefusal(route: Posted, { fields, files, isForm }: RequestBody): Answer | null {
  const wanted = FILES[route] ?? {};
  if (isForm !== route in FILES) {
    const message = `Unsupported content type for this endpoint.`;
    return errorAnswer(400, { message, code: 'unsupported_content_type' });
  }
  const alien = files.find(({ field }) => !Object.hasOwn(wanted, field));
  if (alien) {
    const message = `Unknown parameter: '${alien.field}'.`;
    return errorAnswer(400, { message, code: 'unknown_parameter', param: alien.field });
  }
  for (const [field, { least, most, type }] of Object.entries(wanted)) {
    const given = files.filter((file) => file.field === field);
    if (given.length < least) {
      const message = `Missing required parameter: '${field}'.`;
      return errorAnswer(400, { message, code: 'missing_required_parameter', param: field });
    }
    if (given.length > most || given.some((file) => !type.test(file.type) || file.bytes.length === 0)) {
      const message = `Invalid file for '${field}'.`;
      return errorAnswer(400, { message, code: 'invalid_value', param: field });
    }
  }
  return refusalOf(REQUESTS[route], fields);
}
