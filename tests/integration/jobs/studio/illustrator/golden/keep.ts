/**
 * Draws the golden pictures anew and keeps their thumbnails: `npx tsx tests/integration/jobs/studio/illustrator/golden/keep.ts` after a
 * change that is meant. Look at each before committing it.
 */
import sharp from 'sharp';
import { drawPicture } from '#jobs/studio/illustrator/draw.ts';
import { SHRINK } from '#tests/tools/gallery/thumbnail.ts';
import { GOLDEN_PICTURES } from './pictures';

for (const [name, request] of Object.entries(GOLDEN_PICTURES)) {
  const { image, width, height } = await drawPicture(request);
  await sharp(image)
    .resize(Math.round(width / SHRINK), Math.round(height / SHRINK), { fit: 'fill', kernel: 'cubic' })
    .png({ compressionLevel: 9 })
    .toFile(new URL(`./${name}.png`, import.meta.url).pathname);
}
