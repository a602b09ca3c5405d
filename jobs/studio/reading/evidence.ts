/** What a text gives for the figures, things and place of a scene: without it nothing of them is drawn. */

/** Something that a text shows, and the words that show it. */
export interface Evidence {
  /** A subject or role, a key of the lexicon of things, a place, or the name of an icon. */
  what: string;
  /** As they stand in the text. */
  words: string;
}

export interface SceneEvidence {
  /** Who is there and does something, the main figure first. */
  figures: readonly Evidence[];
  /** What is there, in its plain sense. */
  things: readonly Evidence[];
  /** Where it is; null where that is not told, or holds no longer. */
  place: Evidence | null;
  /** What an icon can stand for, the most telling first. */
  icons: readonly Evidence[];
}
