import { Link } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { HeroGround, HeroScenery, HeroStage } from './HeroStage';

/** What this is: a whole stage for those who see it first, one line for those who have videos. */
export function HomeHero({ isShort }: { isShort: boolean }) {
  const { t } = useWords();
  if (isShort) {
    return (
      <section className="hero hero-short" aria-labelledby="hero-title">
        <div className="page-width hero-line">
          <h1 id="hero-title">{t('Type a story. Watch the film.')}</h1>
          <StartLink />
        </div>
      </section>
    );
  }
  return (
    <section className="hero" aria-labelledby="hero-title">
      <HeroScenery />
      <div className="page-width hero-row">
        <div className="hero-words">
          <h1 id="hero-title">{t('Type a story. Watch the film.')}</h1>
          <p className="lead">
            {t(
              'StoryShort reads it aloud, paints every scene and sets the captions word by word. A few minutes later you have a vertical short film, ready to share.',
            )}
          </p>
          <StartLink isLarge />
        </div>
        <HeroStage />
      </div>
      <HeroGround />
    </section>
  );
}

function StartLink({ isLarge = false }: { isLarge?: boolean }) {
  const { t } = useWords();
  return (
    <Link
      className={isLarge ? 'button button-primary button-large' : 'button button-primary'}
      to="/create"
      prefetch="intent"
    >
      {t('Start Creating Video')}
    </Link>
  );
}
