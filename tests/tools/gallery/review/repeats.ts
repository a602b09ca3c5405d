/** Scenes that show what an earlier scene of their film showed, as far as their readings and forms tell. */
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { Form } from '#remotion/contract/forms.ts';

interface Shown {
  reading: SceneReading;
  /** Null for a picture. */
  form: Form | null;
}

/** For each scene whether one before it showed the same. */
export function repeatsOf(scenes: readonly Shown[]): boolean[] {
  const seen = new Set<string>();
  return scenes.map((scene) => {
    const sight = sightOf(scene);
    if (sight === null) return false;
    const isKnown = seen.has(sight);
    seen.add(sight);
    return isKnown;
  });
}

/** What there is to see, whatever the shot; null where words of the scene's own are all there is. */
function sightOf({ reading, form }: Shown): string | null {
  switch (form?.kind) {
    case undefined: {
      const { place, cast, things } = reading;
      const who = cast.map(({ name, subject, role, action, count }) => [name, subject, role, action, count]);
      return JSON.stringify([place, who, [...things].sort()]);
    }
    case 'icon':
      return JSON.stringify([...form.icons].sort());
    case 'place':
      return JSON.stringify([form.name, form.date, form.at]);
    case 'list':
      return JSON.stringify([form.items, form.at]);
    default:
      return null;
  }
}
