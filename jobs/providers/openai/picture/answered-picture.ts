/** The bytes of a picture in an answer, or at the address of the same server that an answer names in their place. */
import type OpenAI from 'openai';
import { type Asked, notTheProtocol, unusableAnswer } from '#jobs/providers/openai/call/answer-faults.ts';

/** Larger than any picture that fits a film, bytes. */
const MOST_BYTES = 40e6;

/**
 * @throws ProviderFault `picture_unusable` where there is none, or none that may be fetched: nothing is asked of
 *   another server than the one that the operator named
 */
export async function answeredPicture(
  response: unknown,
  asked: Asked,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const isListed = typeof response === 'object' && response !== null && 'data' in response;
  if (!isListed || !Array.isArray(response.data)) throw notTheProtocol(asked);
  const entry = response.data[0] as Partial<OpenAI.Image> | undefined;
  if (entry?.b64_json) return Buffer.from(entry.b64_json, 'base64');
  if (!entry?.url) throw unusableAnswer(asked, 'picture_unusable', 'it holds no picture');
  const { baseUrl, apiKey } = asked.settings;
  const address = URL.canParse(entry.url, baseUrl) ? new URL(entry.url, baseUrl) : null;
  if (address?.origin !== new URL(baseUrl).origin) {
    throw unusableAnswer(asked, 'picture_unusable', 'it holds an address elsewhere instead of a picture');
  }
  const answer = await fetch(address, {
    ...{ signal, redirect: 'error' },
    headers: apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` },
  });
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    throw unusableAnswer(
      asked,
      'picture_unusable',
      `its picture cannot be fetched (status ${answer.status})`,
    );
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw unusableAnswer(asked, 'picture_unusable', 'its picture is too large');
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}
