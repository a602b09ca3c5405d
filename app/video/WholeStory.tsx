import { useWords } from '#app/language/use-words.ts';
import type { StatusView } from './status-view';

/** The story as it was typed, folded away. */
export function WholeStory({ story, status }: { story: string; status: StatusView }) {
  const { t } = useWords();
  return (
    <details className="whole-story">
      <summary>{t('The whole story')}</summary>
      <p lang={status.language} dir={status.direction}>
        {story}
      </p>
    </details>
  );
}
