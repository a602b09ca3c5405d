import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CaptionStylePreview } from '#remotion/captions/CaptionStylePreview.tsx';
import { CAPTION_STYLES } from '#remotion/contract/story-props.ts';

describe('CaptionStylePreview', () => {
  it.each(CAPTION_STYLES)(
    'shows words at once, before any script runs, and to the eye alone (%s)',
    (style) => {
      const markup = renderToStaticMarkup(<CaptionStylePreview captionStyle={style} />);
      expect(markup).toMatch(/^<div aria-hidden="true"/u);
      expect(markup.replace(/<[^>]+>/gu, ' ')).toMatch(/Once|upon|time/u);
    },
  );

  it('writes a given text in its own direction', () => {
    const markup = renderToStaticMarkup(<CaptionStylePreview captionStyle="karaoke" text="كان يا ما كان" />);
    expect(markup).toContain('direction:rtl');
    expect(markup).toContain('كان');
  });
});
