import { Form, useNavigation } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { EngineTest, EngineView, ModelNotice } from '#jobs/ports/engine-overview.ts';
import { CAPABILITY_WORDS, detailWords, noticeWords, testCostWords } from './settings-view';

interface EngineCardProps {
  engine: EngineView;
  /** What is to be known of its model; null for nothing. */
  notice: ModelNotice | null;
  /** What trying it has just given. */
  outcome: EngineTest | null;
}

/** One capability: what does it, and a button to try it. */
export function EngineCard({ engine, notice, outcome }: EngineCardProps) {
  const words = useWords();
  const { t, told } = words;
  const { capability, configured, missing, warning, host, model, hasKey, details, voices } = engine;
  const { title, builtIn, prefix } = CAPABILITY_WORDS[capability];
  const { formData } = useNavigation();
  const isTrying = formData?.get('capability') === capability;
  return (
    <section className="engine" aria-labelledby={`engine-${capability}`}>
      <h2 id={`engine-${capability}`}>{t(title)}</h2>
      {configured ? (
        <>
          <dl className="engine-facts">
            <Fact name={t('Server')} value={host ?? ''} />
            <Fact name={t('Model')} value={model ?? ''} />
            <Fact name={t('Key')} value={t(hasKey ? 'set' : 'none')} />
            {details.map(([name, value]) => (
              <Fact key={name} name={told(name)} value={detailWords(value, words)} />
            ))}
            {voices && <Fact name={t('Voices on offer')} value={voices.join(', ')} />}
          </dl>
          {warning && (
            <p className="engine-outcome" data-tone="bad">
              <Icon name="alert" /> {told(warning)}
            </p>
          )}
          {notice && (
            <p className="engine-outcome" data-tone="bad">
              <Icon name="alert" /> {noticeWords(notice, words)}
            </p>
          )}
          <Form method="post" action="/settings" preventScrollReset>
            <button className="button" type="submit" name="capability" value={capability} disabled={isTrying}>
              {t(isTrying ? 'Testing…' : 'Test')}
            </button>
            <span className="panel-note">{testCostWords(engine, words)}</span>
          </Form>
        </>
      ) : (
        <p>
          {t(builtIn)} {missing === undefined ? <HowToConnect prefix={prefix} /> : told(missing)}
        </p>
      )}
      <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
    </section>
  );
}

function HowToConnect({ prefix }: { prefix: string }) {
  return (
    <Rich
      text="To connect a server, set <code>OPENAI_API_KEY</code>, or <code>{{prefix}}_BASE_URL</code> and <code>{{prefix}}_MODEL</code>."
      parts={{ code: <code /> }}
      values={{ prefix }}
    />
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Outcome({ outcome }: { outcome: EngineTest }) {
  const { told } = useWords();
  if (outcome.ok) {
    return (
      <p className="engine-outcome" data-tone="good">
        <Icon name="check" /> {told(outcome.detail)}
      </p>
    );
  }
  return (
    <p className="engine-outcome" data-tone="bad">
      <Icon name="alert" /> {told(outcome.fault.message)} {told(outcome.fault.hint)}
    </p>
  );
}
