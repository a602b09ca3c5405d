/** Where a house keeps what a backup holds. */
export interface House {
  databaseUrl: string;
  /** Folder of the stored files, by key. */
  mediaDir: string;
  /** Where its secret lies, if it keeps one. */
  secretFile: string;
  /** Whether it keeps one: false where the environment gives another. */
  keepsSecret: boolean;
  /** A note that a restore has begun and not ended. */
  restoreNote: string;
  /** Folder of the migrations that this StoryShort knows. */
  migrations: string;
}
