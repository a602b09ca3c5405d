/** What may be said of a film that is to be published. Pure, and without zod, as pages read it in the browser. */

export const PRIVACIES = ['private', 'unlisted', 'public'] as const;

/** YouTube's categories that films may be put into, by its own numbers. */
export const CATEGORIES = {
  '1': 'Film & Animation',
  '10': 'Music',
  '17': 'Sports',
  '19': 'Travel & Events',
  '20': 'Gaming',
  '22': 'People & Blogs',
  '23': 'Comedy',
  '24': 'Entertainment',
  '25': 'News & Politics',
  '26': 'Howto & Style',
  '27': 'Education',
  '28': 'Science & Technology',
} as const;
export const CATEGORY_IDS = Object.keys(CATEGORIES) as [
  keyof typeof CATEGORIES,
  ...(keyof typeof CATEGORIES)[],
];

/** As much as YouTube takes: characters of a title, bytes of a description. */
export const LONGEST_TITLE = 100;
export const LONGEST_DESCRIPTION_BYTES = 5000;

/** The words that a film is published with. */
export interface PublishingWords {
  title: string;
  description: string;
}

export interface PublishingWishes {
  /** Who may watch it. */
  privacy: (typeof PRIVACIES)[number];
  /** Whether it is made for children, as its author says: platforms must be told. */
  madeForKids: boolean;
  category: keyof typeof CATEGORIES;
}
