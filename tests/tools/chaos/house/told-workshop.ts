import type { Workshop } from '#jobs/making/workshop.ts';
import type { Step } from './steps';

/** Hears of a step and of what is asked for; it begins when that is over. */
type Tell = (step: Step, request: unknown) => void | Promise<void>;

/** A workshop in which everything is made as ever, and each step is told of before it begins. */
export function toldWorkshop(workshop: Workshop, tell: Tell): Workshop {
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
  tell: Tell,
): Engine {
  return new Proxy(engine, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      const step = steps[key as keyof Engine];
      if (!step) return value.bind(target);
      return async (...args: unknown[]) => {
        await tell(step, args[0]);
        return Reflect.apply(value, target, args);
      };
    },
  });
}
