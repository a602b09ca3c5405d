/** The port behind which films are published elsewhere. Its adapters are in `jobs/publishing`. */
import type { Fault } from '#jobs/story/film/fault.ts';
import type { FilmFacts } from '#jobs/story/publishing/publication-record.ts';
import type { PublishingWishes, PublishingWords } from '#jobs/story/publishing/publishing-choices.ts';

/** A film that is to be published, with all that is said of it. */
export interface PublishedFilm {
  /** Of its way there: the same however often it is tried. */
  publicationId: string;
  videoId: string;
  words: PublishingWords;
  wishes: PublishingWishes;
  facts: FilmFacts;
  /** Length of its file. */
  bytes: number;
  /** Reads a part of the file, the last byte not included. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** Its cover as JPEG; null where there is none. */
  poster(): Promise<Uint8Array | null>;
  /** Addresses from which its files can be fetched for a while. */
  lend(): LentFiles;
}

/** Addresses that are good for whoever has them, until they expire. */
export interface LentFiles {
  film: string;
  poster: string | null;
  captions: string | null;
  subtitles: string | null;
  expiresAt: Date;
}

/** How far a publication is, so that the next try goes on there, whoever died when. */
export interface PublishingStanding {
  /** Address of an upload that was begun; a secret. Null for none. */
  session: string | null;
  /** What the film is called there; null until it is there. */
  remoteId: string | null;
}

/** One try: where it begins, and what it writes down on its way. */
export interface PublishingTry {
  standing: PublishingStanding & {
    /** Whether an upload was begun, also where its address cannot be read any more. */
    isBegun: boolean;
  };
  /** Writes down how far it is. @throws whatever says that this try has ended */
  keep(standing: PublishingStanding): Promise<void>;
  /** Writes down how many bytes have arrived. @throws whatever says that this try has ended */
  sent(bytes: number): Promise<void>;
  signal: AbortSignal;
}

export interface Published {
  /** Where it can be watched; null where nobody says. */
  address: string | null;
  /** What was got round, such as a thumbnail that was not taken; null for nothing. */
  note: Fault | null;
}

export interface Publisher {
  /**
   * Publishes a film, or goes on with it where an earlier try stood.
   * @throws PublishingSetback where the same may succeed in a while; StoryError where a person has to do something
   */
  publish(film: PublishedFilm, attempt: PublishingTry): Promise<Published>;
}

/** It could not be done just now, and is to be tried again by itself. */
export class PublishingSetback extends Error {
  override readonly name = 'PublishingSetback';
  readonly fault: Fault;
  /** For how long the other side asks to be left alone, ms; null where it does not say. */
  readonly restMs: number | null;

  constructor(fault: Omit<Fault, 'retryable'>, restMs: number | null = null) {
    super(fault.message);
    this.fault = { ...fault, retryable: true };
    this.restMs = restMs;
  }
}
