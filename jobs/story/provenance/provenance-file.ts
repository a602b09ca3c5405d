/** `provenance.json`: where each part of a film comes from. */
import { z } from 'zod';
import { originSchema } from '#jobs/story/project/project-file.ts';
import { SOURCE_TYPES } from './source-type';

export const PROVENANCE_FORMAT = 'storyshort-provenance';
/** Raised when the same field means something else. */
export const PROVENANCE_VERSION = 1;

const moment = z.iso.datetime();

/** In whose name a film is signed, as its file says; whether that holds is told by any program that reads C2PA. */
const signatorySchema = z.object({
  /** As the certificate calls them. */
  name: z.string(),
  /** Whether StoryShort made the certificate itself: it proves nothing about who made the film. */
  isTest: z.boolean(),
  /** SHA-256 of the certificate, hexadecimal. */
  fingerprint: z.string(),
  validUntil: moment,
});
export type Signatory = z.infer<typeof signatorySchema>;

const partSchema = z.object({
  what: z.enum(['script', 'voice', 'picture', 'motion', 'music']),
  /** From 1; null for what belongs to the whole film. */
  scene: z.number().int().positive().nullable(),
  /** By which its file is named; null for what has none. */
  hash: z.string().nullable(),
  /** `author` for what was brought along. */
  by: z.enum(['engine', 'author']),
  /** Null where nobody wrote down which engine it was, as of a film that came from elsewhere. */
  provider: originSchema.shape.engine.nullable(),
  model: originSchema.shape.model.nullable(),
  /** What was asked for: the story, what is said, the picture’s description, the mood. */
  prompt: z.string().nullable(),
  seed: z.number().int().nullable(),
  licence: z.string(),
  /** US dollars, all tries together; null where it is not known here. */
  costUsd: z.number().nonnegative().nullable(),
  madeAt: moment.nullable(),
  /** Address of an IPTC digital source type; null for words, and for what only its author knows. */
  sourceType: z.enum([SOURCE_TYPES.trained, SOURCE_TYPES.rules]).nullable(),
});
export type Part = z.infer<typeof partSchema>;

export const provenanceSchema = z.object({
  format: z.literal(PROVENANCE_FORMAT),
  version: z.literal(PROVENANCE_VERSION),
  title: z.string(),
  film: z.object({
    /** Null while there is none. */
    hash: z.string().nullable(),
    finishedAt: moment.nullable(),
    /** Address of the IPTC digital source type of the whole. */
    sourceType: z.enum(SOURCE_TYPES),
    isMadeWithAi: z.boolean(),
    /** In whose name the film’s file is signed; null for nobody. */
    signedBy: signatorySchema.nullable(),
  }),
  parts: z.array(partSchema),
});
export type Provenance = z.infer<typeof provenanceSchema>;
