import { lazy, Suspense, useEffect, useState } from 'react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import type { CaptionStyle } from '#remotion/contract/story-props.ts';

/** Heavy, with the film's fonts: loaded when the rest of the page stands. */
const CaptionStylePreview = lazy(async () => {
  const { CaptionStylePreview: component } = await import('#remotion/captions/CaptionStylePreview.tsx');
  return { default: component };
});

/** The caption style at work on the author's own opening words; two still words until it is loaded. */
export function CaptionSample({ look, text }: { look: CaptionStyle; text: string | null }) {
  const { t } = useWords();
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  const still = <StillSample look={look} />;
  if (!isInBrowser) return still;
  return (
    <Suspense fallback={still}>
      <CaptionStylePreview
        captionStyle={look}
        text={text ?? t('Once upon a time, a little fox set out for the sea.')}
      />
    </Suspense>
  );
}

function StillSample({ look }: { look: CaptionStyle }) {
  const { t } = useWords();
  return (
    <span className="caption-sample" data-look={look}>
      {look === 'big' ? (
        <b>{t('time')}</b>
      ) : (
        <Rich text="<said>upon a</said> <spoken>time</spoken>" parts={{ said: <span />, spoken: <b /> }} />
      )}
    </span>
  );
}
