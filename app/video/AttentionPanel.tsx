import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';

/** The film is whole, but some of its scenes have another picture or voice than they were to have. */
export function AttentionPanel({ count, cost }: { count: number; cost: string | null }) {
  const { t } = useWords();
  return (
    <section className="panel panel-warn" aria-labelledby="attention-title">
      <h2 id="attention-title">
        <Icon name="alert" /> {t('{{count}} scenes need attention', { count })}
      </h2>
      <p>
        {t(
          'Their pictures or voices could not be had as wanted. The storyboard below says why; Fix asks for them again.',
          { count },
        )}
      </p>
      <Form method="post">
        <button className="button button-primary" type="submit" name="intent" value="process">
          <Icon name="retry" /> {t('Fix them', { count })}
        </button>
        {cost !== null && <span className="panel-note">{t('For {{cost}}.', { cost })}</span>}
      </Form>
    </section>
  );
}
