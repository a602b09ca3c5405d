/**
 * Runs in the cage, see `runCagedModule`: decodes the pictures that come one behind the other at its standard input.
 * Answers with a line of JSON for each: its kind, or null where it cannot be read to its end.
 */
import { nothing, openSharp, readInput, readRequest, writeAnswer } from './caged-sharp.ts';

export interface ExaminerRequest {
  /** Where sharp is, as `packageUrl` says. */
  sharp: string;
  /** How many bytes each picture has. */
  sizes: readonly number[];
  /** One of more pixels is not decoded and counts as none. */
  maxPixels: number;
}

const { sharp: url, sizes, maxPixels } = readRequest<ExaminerRequest>();
const sharp = await openSharp(url);
for (const size of sizes) writeAnswer(Buffer.from(`${JSON.stringify(await kindOf(readInput(size)))}\n`));

/** As sharp calls it. */
async function kindOf(bytes: Buffer): Promise<string | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
    const { format } = await picture.metadata();
    await picture.raw().toBuffer();
    return format;
  } catch (error) {
    return nothing(error);
  }
}
