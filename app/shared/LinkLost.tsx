import { useWords } from '#app/language/use-words.ts';
import { ComingBack } from '#app/shell/ComingBack.tsx';

/** What a link says that leads to no film, or to none any more; or to none just now, as the database is away. */
export function LinkLost({ isForNow }: { isForNow: boolean }) {
  const { t } = useWords();
  if (isForNow) {
    return (
      <section className="lost page-width" aria-labelledby="lost-title">
        <h1 id="lost-title">{t('This film cannot be shown just now')}</h1>
        <p className="lead">{t('It will be here again within moments: this page looks for it by itself.')}</p>
        <ComingBack />
      </section>
    );
  }
  return (
    <section className="lost page-width" aria-labelledby="lost-title">
      <h1 id="lost-title">{t('This link leads nowhere')}</h1>
      <p className="lead">
        {t(
          'It was withdrawn, its film was deleted, or the address was cut short. Ask whoever sent it for another one.',
        )}
      </p>
    </section>
  );
}
