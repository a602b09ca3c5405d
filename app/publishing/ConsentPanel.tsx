import { Form, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';

/** How often the page looks whether the code was typed, ms. */
const LOOK_MS = 3000;

export interface ConsentView {
  userCode: string;
  address: string;
  /** ISO 8601 */
  expiresAt: string;
  fault: { message: string; hint: string } | null;
}

/** A code that is to be typed at Google, or what became of it. */
export function ConsentPanel({ consent }: { consent: ConsentView }) {
  const { t, told } = useWords();
  const { userCode, address, expiresAt, fault } = consent;
  const { revalidate } = useRevalidator();
  const isWaiting = fault === null;
  useEffect(() => {
    if (!isWaiting) return;
    const looking = setInterval(revalidate, LOOK_MS);
    return () => clearInterval(looking);
  }, [isWaiting, revalidate]);
  if (fault)
    return (
      <p className="form-fault" role="alert">
        <strong>{told(fault.message)}</strong> {told(fault.hint)}
      </p>
    );
  return (
    <section className="account-section" aria-label={t('Code for Google')}>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <p>
        <Rich
          text="Open <place/> on any device, and type this code before <when/>:"
          parts={{
            place: (
              <a href={address} target="_blank" rel="noreferrer" dir="ltr">
                {address}
              </a>
            ),
            when: <LocalTime iso={expiresAt} />,
          }}
        />
      </p>
      <p className="consent-code" role="status">
        <code dir="ltr">{userCode}</code>
      </p>
      <Form method="post" reloadDocument>
        <input type="hidden" name="intent" value="forget-consent" />
        <button type="submit" className="button button-quiet">
          {t('Never mind')}
        </button>
      </Form>
    </section>
  );
}
