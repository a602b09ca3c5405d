/** What became of films that were to be published, as pages and programs are told. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import type { Publication } from '#jobs/db/publishing/publications.server.ts';
import { isUnderWay, type PublicationState } from '#jobs/story/publishing/publication-state.ts';
import type { PRIVACIES } from '#jobs/story/publishing/publishing-choices.ts';

export interface PublicationView {
  id: string;
  /** What the place is called, and of what kind it is. */
  target: string;
  kind: string;
  title: string;
  privacy: (typeof PRIVACIES)[number];
  state: PublicationState;
  /** Of its bytes, 0 to 100. */
  progress: number;
  /** Where it can be watched; null where it cannot, or nobody says. */
  address: string | null;
  /** Why it failed, or why it waits; null for nothing. */
  error: { code: string; message: string; hint: string; retryable: boolean } | null;
  /** What was got round; it asks for nothing. */
  note: { code: string; message: string; hint: string } | null;
  /** When it is tried again by itself, ISO 8601; null where it does not wait. */
  againAt: string | null;
  /** ISO 8601 */
  createdAt: string;
  publishedAt: string | null;
}

export function publicationView(publication: Publication): PublicationView {
  const { id, target, kind, words, wishes, state, address, note } = publication;
  return {
    ...{ id, target, kind, state, title: words.title, privacy: wishes.privacy },
    progress: progressOf(publication),
    address,
    error: publication.fault,
    note: note && { code: note.code, message: note.message, hint: note.hint },
    againAt: publication.againAt?.toISOString() ?? null,
    createdAt: publication.createdAt.toISOString(),
    publishedAt: publication.publishedAt?.toISOString() ?? null,
  };
}

function progressOf({ state, bytesSent, bytesTotal }: Publication): number {
  if (state === 'published') return 100;
  return bytesTotal ? Math.floor((bytesSent / bytesTotal) * 100) : 0;
}

const PUBLISHED: Readonly<Record<PublicationView['privacy'], string>> = {
  private: phrase('Published (private).'),
  unlisted: phrase('Published (unlisted).'),
  public: phrase('Published (public).'),
};

/** In a sentence. */
export function publicationWords(
  { state, progress, error, privacy, kind }: PublicationView,
  { t, told }: Pick<Words, 't' | 'told'>,
): string {
  switch (state) {
    case 'queued':
      return t('Waits for its turn.');
    case 'uploading':
      if (error) return `${told(error.message)} ${t('It is tried again by itself.')}`;
      return progress > 0 ? t('On its way: {{progress}} %.', { progress }) : t('On its way.');
    case 'published':
      return kind === 'youtube' ? t(PUBLISHED[privacy]) : t('The address has taken it.');
    case 'failed':
      return error ? `${told(error.message)} ${told(error.hint)}` : t('It could not be published.');
    case 'cancelled':
      return t('Stopped.');
  }
}

/** Whether anything of them will change by itself. */
export function isAnyUnderWay(publications: readonly Pick<PublicationView, 'state'>[]): boolean {
  return publications.some(({ state }) => isUnderWay(state));
}
