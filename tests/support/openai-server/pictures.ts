/** `POST /images/generations` and `/images/edits`: a picture of the wanted size, its colours from the prompt. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Answer, errorAnswer, jsonAnswer } from './answer';
import type { ServerFault } from './fault-plan';

interface PictureFields {
  prompt?: string;
  size?: string;
}

export async function answerPicture(
  fields: PictureFields,
  references: number,
  fault: ServerFault | null,
): Promise<Answer> {
  if (fault?.kind === 'refuse') {
    return errorAnswer(400, {
      message: 'Your request was rejected by the safety system.',
      type: 'image_generation_user_error',
      code: 'moderation_blocked',
    });
  }
  if (fault?.kind === 'address')
    return jsonAnswer({ created: 1, data: [{ url: 'http://127.0.0.1:1/x.png' }] });
  const [width = 1024, height = 1024] = (fields.size ?? '1024x1024').split('x').map(Number);
  const picture = await pictureOf(
    fields.prompt ?? '',
    fault?.kind === 'dimensions' ? fault.width : width,
    fault?.kind === 'dimensions' ? fault.height : height,
  );
  // The header stays, so that only decoding all of it finds the damage.
  const bytes = fault?.kind === 'damage' ? picture.subarray(0, Math.floor(picture.length / 2)) : picture;
  const output = Math.round((width * height) / 800);
  return jsonAnswer({
    created: 1_790_000_000,
    data: [{ b64_json: Buffer.from(bytes).toString('base64') }],
    size: fields.size,
    usage: {
      input_tokens: 100 + references * 1000,
      input_tokens_details: { text_tokens: 100, image_tokens: references * 1000 },
      output_tokens: output,
      total_tokens: 100 + references * 1000 + output,
    },
  });
}

const drawn = new Map<string, Promise<Uint8Array>>();

function pictureOf(prompt: string, width: number, height: number): Promise<Uint8Array> {
  const hash = createHash('sha256').update(prompt).digest();
  // Few different pictures are enough, and drawing is the slow part.
  const colour = { r: (hash[0] ?? 0) & 0xe0, g: (hash[1] ?? 0) & 0xc0, b: 128 };
  const key = `${width}x${height}-${colour.r}-${colour.g}`;
  const known = drawn.get(key);
  if (known) return known;
  const picture = sharp({ create: { width, height, channels: 3, background: colour } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  drawn.set(key, picture);
  return picture;
}
