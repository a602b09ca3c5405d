import type { Workshop } from '#jobs/making/workshop.ts';
import type { Illustrator } from '#jobs/ports/engines.ts';

/** Draws one picture and hands it out for every scene: for tests that are not about pictures. */
function samePictures(pictures: Illustrator): Illustrator {
  let first: ReturnType<Illustrator['drawPicture']> | null = null;
  return {
    ...pictures,
    drawPicture: (request, signal) => {
      first ??= pictures.drawPicture(request, signal);
      return first;
    },
  };
}

/** The workshop with one picture for all the scenes of all its films, which must be of one format. */
export function withSamePictures(workshop: Workshop): Workshop {
  const { providers } = workshop;
  return { ...workshop, providers: { ...providers, pictures: samePictures(providers.pictures) } };
}
