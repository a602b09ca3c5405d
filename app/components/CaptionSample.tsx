import type { CaptionStyle } from '../../remotion/story-props';

/** Two words set the way the caption style sets them. */
export function CaptionSample({ look }: { look: CaptionStyle }) {
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
