/** What pages and API say while the database is away. */
export const DATABASE_AWAY = {
  code: 'database_away',
  message: 'The database cannot be reached just now.',
  hint: 'It comes back by itself, mostly within seconds, and nothing is lost. Try again in a moment.',
};

/** When to ask again, s: the header of every such answer. */
export const RETRY_AFTER_S = 3;
