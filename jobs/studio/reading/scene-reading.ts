/**
 * What one picture shows, in closed vocabularies. A reading is what the reader finds in a text, what a
 * prompt is written from, and what the illustrator draws: nothing else passes between them.
 */
import type { MusicMood } from '#jobs/story/order/options.ts';

export const PLACES = [
  'meadow',
  'forest',
  'jungle',
  'mountain',
  'snowfield',
  'desert',
  'garden',
  'orchard',
  'farm',
  'village',
  'market',
  'city',
  'rooftops',
  'railway',
  'bridge',
  'castle',
  'river',
  'lake',
  'swamp',
  'sea',
  'shore',
  'island',
  'harbour',
  'underwater',
  'cave',
  'clouds',
  'space',
  'planet',
  'moon',
  'home',
  'bedroom',
  'kitchen',
  'library',
  'workshop',
  'classroom',
  'hall',
  'abstract',
] as const;
export type Place = (typeof PLACES)[number];

export const TIMES = ['dawn', 'morning', 'noon', 'afternoon', 'sunset', 'night'] as const;
export type TimeOfDay = (typeof TIMES)[number];

export const WEATHERS = ['clear', 'cloudy', 'wind', 'rain', 'storm', 'snow', 'fog'] as const;
export type Weather = (typeof WEATHERS)[number];

export const SHOTS = ['wide', 'middle', 'close', 'above', 'shoulder'] as const;
export type Shot = (typeof SHOTS)[number];

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

export const ACTIONS = [
  'stand',
  'walk',
  'run',
  'jump',
  'fly',
  'swim',
  'sleep',
  'sit',
  'sail',
  'read',
  'wave',
  'dance',
  'climb',
  'drive',
  'ride',
] as const;
export type Action = (typeof ACTIONS)[number];

export const SKINS = ['fair', 'tan', 'brown', 'dark'] as const;
export const HAIR_STYLES = ['short', 'long', 'curly', 'braided', 'tied-up'] as const;
export const HAIR_COLOURS = ['black', 'brown', 'blond', 'red', 'grey', 'white'] as const;
export const GARMENTS = ['dress', 'coat', 'jumper', 'shirt', 'robe'] as const;
export const CLOTH_COLOURS = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'teal', 'pink'] as const;

/** What a person looks like in every picture of a story. */
export interface Look {
  skin: (typeof SKINS)[number];
  hairStyle: (typeof HAIR_STYLES)[number];
  hairColour: (typeof HAIR_COLOURS)[number];
  garment: (typeof GARMENTS)[number];
  cloth: (typeof CLOTH_COLOURS)[number];
}

/** One figure of a scene: a person, an animal or another being. */
export interface CastMember {
  /** As the author writes it, such as `Marta`; null for someone unnamed. */
  name: string | null;
  /** A key of the lexicon of subjects, such as `hare` or `old woman`. */
  subject: string;
  /** What a person does for a living or is dressed as, such as `captain`; null for none and for animals. */
  role: string | null;
  /** Only people have one; null lets the illustrator choose. */
  look: Look | null;
  action: Action;
  /** How many of the same: 1 to 3. */
  count: number;
}

export interface SceneReading {
  place: Place;
  time: TimeOfDay;
  weather: Weather;
  mood: MusicMood;
  shot: Shot;
  /** On which side of the picture the main figure stands. */
  side: Side;
  /** At most `MAX_CAST`, the main figure first. */
  cast: CastMember[];
  /** Keys of the lexicon of things, at most `MAX_THINGS`. */
  things: string[];
}

export const MAX_CAST = 3;
export const MAX_THINGS = 3;
