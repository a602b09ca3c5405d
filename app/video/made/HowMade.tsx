import type { MadeView } from './made-words';

/** Where the film comes from, and whether it says so itself. */
export function HowMade({ videoId, made }: { videoId: string; made: MadeView }) {
  return (
    <details className="how-made">
      <summary>How it was made</summary>
      <p>
        {made.whole} {made.engines} {made.signed}{' '}
        <a href={`/api/provenance?videoId=${videoId}`} download>
          All of it, as a file
        </a>
      </p>
    </details>
  );
}
