import type { Providers } from '#jobs/ports/engines.ts';
import { TWO_SCENES } from '#tests/support/workshop.ts';

/** How often something was made anew. */
export interface Asked {
  voices: number;
  pictures: number;
  music: number;
}

/** Of a picture: more of them are only more of the same writes. */
const MOST_LAYERS = 2;

/**
 * The machine's own engines with a script of two scenes. What was made for one film is told again to the next, so that
 * dozens of films take seconds; each question is counted.
 */
export function rememberingEngines(
  { script: _written, drawings: _second, ...engines }: Providers,
  asked: Asked,
): Providers {
  const { speech, pictures, music } = engines;
  const drawPicture: typeof pictures.drawPicture = async (request, signal) => {
    const { layers = [], ...picture } = await pictures.drawPicture(request, signal);
    return { ...picture, layers: layers.slice(0, MOST_LAYERS) };
  };
  return {
    ...engines,
    script: { identity: { name: 'fixed', model: 'two-scenes' }, writeScript: async () => TWO_SCENES },
    speech: {
      ...speech,
      speak: counted(
        asked,
        'voices',
        remembered(speech.speak.bind(speech), ({ text }) => text),
      ),
    },
    pictures: {
      ...pictures,
      drawPicture: counted(
        asked,
        'pictures',
        remembered(drawPicture, ({ prompt }) => prompt),
      ),
    },
    music: {
      ...music,
      composeBed: counted(
        asked,
        'music',
        // Films of one script differ in nothing but their own names.
        remembered(music.composeBed.bind(music), ({ mood }) => mood),
      ),
    },
  };
}

function counted<Given extends unknown[], T>(
  asked: Asked,
  what: keyof Asked,
  make: (...given: Given) => Promise<T>,
): (...given: Given) => Promise<T> {
  return (...given) => {
    asked[what] += 1;
    return make(...given);
  };
}

/** Without a signal: whoever asks next has a use for what nobody waits for any more. */
function remembered<Request, T>(
  make: (request: Request, signal: AbortSignal) => Promise<T>,
  nameOf: (request: Request) => string,
): (request: Request, signal: AbortSignal) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return async (request, signal) => {
    signal.throwIfAborted();
    const name = nameOf(request);
    const known = made.get(name) ?? make(request, new AbortController().signal);
    made.set(name, known);
    return structuredClone(await known);
  };
}
