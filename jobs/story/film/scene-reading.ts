/**
 * What one picture shows, in closed vocabularies: a plain value. A reading is what the reader finds in a text,
 * what a description is printed from, and what the illustrator draws.
 */
import { z } from 'zod';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';

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
  'office',
  'cafe',
  'shop',
  'hospital',
  'court',
  'precinct',
  'laboratory',
  'changing-room',
  'cabin',
  'carriage',
  'car',
  'stadium',
  'stage',
  'phone',
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

export const MAX_CAST = 3;
export const MAX_THINGS = 3;
/** How many of the same are drawn at most. */
export const MAX_ALIKE = 3;

/** What a person looks like in every picture of a story. */
const lookSchema = z.object({
  skin: z.enum(SKINS),
  hairStyle: z.enum(HAIR_STYLES),
  hairColour: z.enum(HAIR_COLOURS),
  garment: z.enum(GARMENTS),
  cloth: z.enum(CLOTH_COLOURS),
});
export type Look = z.infer<typeof lookSchema>;

/** One figure of a scene: a person, an animal or another being. */
const castMemberSchema = z.object({
  /** As the author writes it, such as `Marta`; null for someone unnamed. */
  name: z.string().nullable(),
  /** A key of the lexicon of subjects, such as `hare` or `old woman`. */
  subject: z.string(),
  /** What a person does for a living or is dressed as, such as `captain`; null for none and for animals. */
  role: z.string().nullable(),
  /** Only people have one; null lets the illustrator choose. */
  look: lookSchema.nullable(),
  action: z.enum(ACTIONS),
  /** How many of the same. */
  count: z.number().int().min(1).max(MAX_ALIKE),
});
export type CastMember = z.infer<typeof castMemberSchema>;

export const sceneReadingSchema = z.object({
  place: z.enum(PLACES),
  time: z.enum(TIMES),
  weather: z.enum(WEATHERS),
  mood: z.enum(MUSIC_MOODS),
  shot: z.enum(SHOTS),
  /** On which side of the picture the main figure stands. */
  side: z.enum(SIDES),
  /** The main figure first. */
  cast: z.array(castMemberSchema).max(MAX_CAST),
  /** Keys of the lexicon of things. */
  things: z.array(z.string()).max(MAX_THINGS),
});
export type SceneReading = z.infer<typeof sceneReadingSchema>;

/** A reading with the description that was printed from it. */
export const describedReadingSchema = z.object({ description: z.string(), reading: sceneReadingSchema });
export type DescribedReading = z.infer<typeof describedReadingSchema>;

/** The reading that a scene's picture is drawn from; undefined where its words are no longer those printed of one. */
export function readingOf(scene: {
  imagePrompt: string;
  reading: DescribedReading | null;
}): SceneReading | undefined {
  return scene.reading?.description === scene.imagePrompt ? scene.reading.reading : undefined;
}
