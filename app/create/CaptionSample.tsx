import { lazy, Suspense, useEffect, useState } from 'react';
import type { CaptionStyle } from '#remotion/contract/story-props.ts';

/** Heavy, with the film's fonts: loaded when the rest of the page stands. */
const CaptionStylePreview = lazy(async () => {
  const { CaptionStylePreview: component } = await import('#remotion/captions/CaptionStylePreview.tsx');
  return { default: component };
});

/** The caption style at work on the author's own opening words; two still words until it is loaded. */
export function CaptionSample({ look, text }: { look: CaptionStyle; text: string | null }) {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  const still = <StillSample look={look} />;
  if (!isInBrowser) return still;
  return (
    <Suspense fallback={still}>
      <CaptionStylePreview captionStyle={look} {...(text && { text })} />
    </Suspense>
  );
}

function StillSample({ look }: { look: CaptionStyle }) {
  return (
    <span className="caption-sample" data-look={look}>
      {look === 'big' ? (
        <b>time</b>
      ) : (
        <>
          <span>upon a</span> <b>time</b>
        </>
      )}
    </span>
  );
}
