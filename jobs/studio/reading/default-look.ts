/** How someone looks when nothing is said: decided once by a seed, and fitting for age, sex and role. */

import { CLOTH_COLOURS, type Look } from '#jobs/story/film/scene-reading.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import type { PersonForm } from './lexicon/subject-forms';

/** The same seed, form and role always give the same look. */
export function lookFrom(seed: string, form: PersonForm, role: string | null): Look {
  const random = createRandom(`${seed}|look`);
  const old = form.age === 'old';
  const skin = random.pick(['fair', 'tan', 'brown', 'dark', 'fair', 'tan'] as const);
  const darker = skin === 'brown' || skin === 'dark';
  const hairColour = old
    ? random.pick(['grey', 'white'] as const)
    : darker
      ? random.pick(['black', 'brown', 'black'] as const)
      : random.pick(['black', 'brown', 'blond', 'red', 'brown'] as const);
  const hairStyle =
    form.sex === 'female'
      ? old
        ? random.pick(['tied-up', 'tied-up', 'short', 'curly'] as const)
        : random.pick(['long', 'braided', 'tied-up', 'curly', 'short', 'long'] as const)
      : random.pick(['short', 'short', 'curly'] as const);
  const cloth = random.pick(CLOTH_COLOURS);
  return {
    skin,
    hairStyle,
    hairColour,
    garment: garmentOf(form, role, random.next()),
    cloth: form.sex === 'male' && cloth === 'pink' ? 'orange' : cloth,
  };
}

function garmentOf(form: PersonForm, role: string | null, chance: number): Look['garment'] {
  if (role && ['wizard', 'witch', 'king', 'queen', 'prince'].includes(role))
    return role === 'prince' ? 'coat' : 'robe';
  if (role === 'princess') return 'dress';
  if (
    role &&
    [
      'captain',
      'pirate',
      'soldier',
      'detective',
      'sailor',
      'hunter',
      'inventor',
      'doctor',
      'mayor',
      'driver',
    ].includes(role)
  )
    return 'coat';
  if (role && ['farmer', 'builder', 'baker', 'merchant'].includes(role)) return 'shirt';
  if (form.sex === 'female') return chance < 0.5 ? 'dress' : chance < 0.78 ? 'coat' : 'jumper';
  return chance < 0.4 ? 'jumper' : chance < 0.75 ? 'coat' : 'shirt';
}
