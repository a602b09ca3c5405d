import type { StatusView } from './status-view';

/** The story as it was typed, folded away. */
export function WholeStory({ story, status }: { story: string; status: StatusView }) {
  return (
    <details className="whole-story">
      <summary>The whole story</summary>
      <p lang={status.language} dir={status.direction}>
        {story}
      </p>
    </details>
  );
}
