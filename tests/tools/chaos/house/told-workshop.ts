import type { Workshop } from '#jobs/making/workshop.ts';
import type { Step } from './steps';

/** A workshop in which everything is made as ever, and each step is told of as it begins. */
export function toldWorkshop(workshop: Workshop, tell: (step: Step) => void): Workshop {
  const { providers, renderer } = workshop;
  return {
    ...workshop,
    providers: {
      ...providers,
      script: telling(providers.script, { writeScript: 'script' }, tell),
      speech: telling(providers.speech, { speak: 'voice' }, tell),
      pictures: telling(providers.pictures, { drawPicture: 'picture' }, tell),
      music: telling(providers.music, { composeBed: 'sound' }, tell),
    },
    renderer: telling(
      renderer,
      { renderSegment: 'segment', encodeSound: 'sound', joinFilm: 'film', makePoster: 'film' },
      tell,
    ),
  };
}

/** The same engine, whose methods tell of their step before they begin it. */
function telling<Engine extends object>(
  engine: Engine,
  steps: Partial<Record<keyof Engine, Step>>,
  tell: (step: Step) => void,
): Engine {
  return new Proxy(engine, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      const step = steps[key as keyof Engine];
      return (...args: unknown[]) => {
        if (step) tell(step);
        return Reflect.apply(value, target, args);
      };
    },
  });
}
