import { useWords } from '#app/language/use-words.ts';

/** Places of scenes that are still to be written. */
const PLACES = ['first', 'second', 'third', 'fourth'];

/** What stands in the storyboard's place while the script is being written. */
export function StoryboardToCome() {
  const { t } = useWords();
  return (
    <section className="storyboard" aria-labelledby="storyboard-title" aria-busy="true">
      <h2 id="storyboard-title">{t('Storyboard')}</h2>
      <ol>
        {PLACES.map((place) => (
          <li key={place} className="scene" aria-hidden="true">
            <div className="scene-picture shimmer" />
            <div className="scene-words">
              <span className="line shimmer" />
              <span className="line shimmer" />
              <span className="line line-short shimmer" />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
