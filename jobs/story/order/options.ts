/** What a person may choose for a video, as it is stored: the registry's options as a schema, lists and types. */
import { z } from 'zod';
import { canonicalTag } from '#jobs/story/language/language-tag.ts';
import { MAX_LOCAL_NAME } from '#jobs/story/order/voice/local-voices.ts';
import { speakerVoicesSchema } from '#jobs/story/order/voice/speaker-voice.ts';
import {
  type ChoiceOption,
  type CountOption,
  decidedValuesOf,
  type LanguageOption,
  type Option,
  type Registry,
  type SecondsOption,
  valuesOf,
} from './option';
import { OPTIONS } from './option-registry';
import { SOUND_KINDS } from './sound-kind';

type ValueOf<Entry> = Entry extends ChoiceOption<infer Value, infer _Usual> ? Value : never;

/** `auto` is decided with the script: see `matched-style.ts`. */
export type StyleChoice = ValueOf<typeof OPTIONS.style>;
export type PictureStyle = Exclude<StyleChoice, 'auto'>;
export const PICTURE_STYLES: readonly PictureStyle[] = decidedValuesOf(OPTIONS.style);

/** How finely a picture model paints; which of them it knows is its own affair. */
export type PictureQuality = ValueOf<typeof OPTIONS.quality>;

/** `auto` follows the story's mood; `own` is a file of the author's, see `ownMusicSchema`. */
export type MusicChoice = ValueOf<typeof OPTIONS.music>;
export type MusicMood = Exclude<MusicChoice, 'auto' | 'none' | 'own'>;
export const MUSIC_MOODS: readonly MusicMood[] = valuesOf(OPTIONS.music).filter(
  (music): music is MusicMood => music !== 'auto' && music !== 'none' && music !== 'own',
);

export const VOICE_CHOICES = valuesOf(OPTIONS.voice);

export type Speed = ValueOf<typeof OPTIONS.speed>;
export const SPEEDS: readonly Speed[] = valuesOf(OPTIONS.speed);

/** A music file of the author's: its bytes are kept under `ownMusicKey`. */
export const ownMusicSchema = z.object({
  /** Of the bytes: see `fingerprint.server.ts` for the form. */
  hash: z.string().regex(/^[0-9a-f]{24}$/),
  kind: z.enum(SOUND_KINDS),
});
export type OwnMusic = z.infer<typeof ownMusicSchema>;

const languageTag = z.string().transform((value, context) => {
  const tag = canonicalTag(value);
  if (tag !== null) return tag;
  context.addIssue({ code: 'custom', message: 'not a BCP 47 language tag' });
  return z.NEVER;
});

type SchemaOf<Entry> =
  Entry extends ChoiceOption<infer Value, infer Usual>
    ? [Usual] extends [null]
      ? z.ZodOptional<z.ZodType<Value>>
      : z.ZodDefault<z.ZodType<Value>>
    : Entry extends SecondsOption<infer Value>
      ? z.ZodOptional<z.ZodType<Value>>
      : Entry extends CountOption
        ? z.ZodOptional<z.ZodType<number>>
        : Entry extends LanguageOption
          ? z.ZodDefault<z.ZodType<string>>
          : z.ZodOptional<z.ZodType<string>>;

/** How an option's values are read, from text as well: what is left open takes its usual value, or is absent. */
export function schemaOf<Entry extends Option>(option: Entry): SchemaOf<Entry> {
  return plainSchemaOf(option) as z.ZodType as SchemaOf<Entry>;
}

function plainSchemaOf(option: Option): z.ZodType {
  switch (option.kind) {
    case 'choice': {
      const values = z.enum(valuesOf(option));
      return option.usual === null ? values.optional() : values.default(option.usual);
    }
    case 'seconds':
      return z.preprocess(Number, z.literal(option.choices)).optional();
    case 'count':
      return z.coerce.number().int().min(option.least).max(option.most).optional();
    case 'language':
      return z.union([z.literal('auto'), languageTag]).default(option.usual);
    case 'words':
      // Characters as people count them: what was stored before there was this check still opens.
      return z
        .string()
        .trim()
        .regex(/^\P{Cc}+$/u)
        .refine((text) => [...text].length <= option.most)
        .optional();
  }
}

/** The registry's part of what is stored. */
function shapeOf<Options extends Registry>(
  options: Options,
): { [Name in keyof Options]: SchemaOf<Options[Name]> } {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, schemaOf(option)])) as {
    [Name in keyof Options]: SchemaOf<Options[Name]>;
  };
}

/** What is stored of a video with these options. */
export function storedSchema<Options extends Registry>(options: Options) {
  return z.object({
    ...shapeOf(options),
    /** Voice of the connected speech service, by its own name; absent for the service's usual one. */
    serviceVoice: z.string().min(1).optional(),
    /** A voice that is installed on the machine, by its name; speaks in place of any other. */
    localVoice: z.string().min(1).max(MAX_LOCAL_NAME).optional(),
    /** Whose quoted lines other voices than the narrator's say; absent for nobody's. */
    speakers: speakerVoicesSchema.optional(),
    /** Present where `music` is `own`. */
    ownMusic: ownMusicSchema.optional(),
  });
}

export const videoOptionsSchema = storedSchema(OPTIONS);
export type VideoOptions = z.infer<typeof videoOptionsSchema>;
