/** Several things after each other without an “and”: `one, two, three`. Pure. */
import type { Words } from '#app/language/page-words.ts';

export function enumerated(things: readonly string[], { t }: Pick<Words, 't'>): string {
  return things.reduce(
    (before, next) => (before === '' ? next : t('{{before}}, {{next}}', { before, next })),
    '',
  );
}
