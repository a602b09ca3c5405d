/** A passage of a story, and who says each of its quoted lines. */
export interface Dialogue {
  text: string;
  /** By the name that the passage uses, without its article; `?` where it tells nobody. */
  said: readonly string[];
}
