import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { Focus } from '#jobs/story/film/scene-content.ts';
import { movedFocus, within } from './focus-keys';

/**
 * Lets a person say what must stay in sight when a picture is cropped: by a click, by dragging, or with the arrow
 * keys (with Shift in large steps; Home for the middle). A drag is told when it ends.
 */
export function FocusPicker({
  imageUrl,
  focus,
  onChange,
}: {
  imageUrl: string;
  focus: Focus;
  onChange: (focus: Focus) => void;
}) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Focus | null>(null);
  const shown = dragged ?? focus;

  const focusAt = (event: PointerEvent): Focus => {
    const { left, top, width, height } = (box.current ?? event.currentTarget).getBoundingClientRect();
    return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) };
  };
  const press = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(focusAt(event));
  };
  const release = () => {
    if (dragged) onChange(dragged);
    setDragged(null);
  };
  const key = (event: KeyboardEvent) => {
    const moved = movedFocus(shown, event.key, event.shiftKey);
    if (!moved) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(moved);
  };
  return (
    <div
      ref={box}
      className="own-focus"
      role="slider"
      tabIndex={0}
      aria-label={t('What must stay in sight')}
      aria-describedby="own-focus-help"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(shown.x * 100)}
      aria-valuetext={t('{{x}}% from the left, {{y}}% from the top', {
        x: Math.round(shown.x * 100),
        y: Math.round(shown.y * 100),
      })}
      onPointerDown={press}
      onPointerMove={(event) => dragged && setDragged(focusAt(event))}
      onPointerUp={release}
      onPointerCancel={() => setDragged(null)}
      onKeyDown={key}
    >
      <img src={imageUrl} alt="" draggable={false} />
      <span
        className="own-focus-mark"
        // A picture's left is its left, whichever way the page is read.
        style={{ left: `${shown.x * 100}%`, top: `${shown.y * 100}%` }}
      />
      <span id="own-focus-help" className="own-focus-help">
        {t('Click what must stay in sight, or move it with the arrow keys.')}
      </span>
    </div>
  );
}
