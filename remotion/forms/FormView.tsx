import { type FC, useContext, useLayoutEffect, useMemo, useRef } from 'react';
import { AbsoluteFill } from 'remotion';
import { FORMATS, type FormatName, type FormShot } from '../contract/story-props';
import { FontsContext } from '../fonts/fonts';
import { type Context2D, within } from '../paint/context-2d';
import { useTypography } from '../text/typography';
import { groundLayers } from './ground/ground-layers';
import { paintAir, paintShape } from './ground/paint-ground';
import { drawingsOf, formMoment, openForm } from './painters';
import { useDrawings } from './use-drawings';

/** A scene that is told in a form, on a canvas. `framesToEnd` may be negative: its last state is held. */
export const FormView: FC<{ form: FormShot; seed: number; format: FormatName; framesToEnd: number }> = ({
  form,
  seed,
  format,
  framesToEnd,
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const typography = useTypography();
  const areFontsThere = useContext(FontsContext);
  const drawings = useDrawings(drawingsOf(form));
  const opened = useMemo(() => {
    if (typeof document === 'undefined') return null;
    const measure = document.createElement('canvas').getContext('2d');
    // What was measured before the fonts were there would stand wrong.
    return measure && areFontsThere && drawings
      ? openForm(form, { seed, format }, { typography, measure, drawings })
      : null;
  }, [form, seed, format, typography, areFontsThere, drawings]);
  const ground = useMemo(
    () => opened && groundLayers(form.style, opened.palette, seed, opened.space),
    [opened, form.style, seed],
  );
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !opened || !ground) return;
    const { frame, ms } = formMoment(form, framesToEnd);
    paintForm(context, { ...opened, ground, frame, ms });
  }, [opened, ground, form, framesToEnd]);
  const { width, height } = FORMATS[format];
  return (
    <AbsoluteFill style={{ overflow: 'hidden' }}>
      <canvas ref={canvas} width={width} height={height} style={{ width: '100%', height: '100%' }} />
    </AbsoluteFill>
  );
};

interface PaintedForm extends ReturnType<typeof openForm> {
  ground: ReturnType<typeof groundLayers>;
  frame: number;
  ms: number;
}

function paintForm(context: Context2D, { palette, space, painter, ground, frame, ms }: PaintedForm): void {
  context.reset();
  paintAir(context, palette, space);
  for (const { shapes, awayAt } of ground) {
    const { x, y } = awayAt(frame);
    within(context, () => {
      context.translate(x, y);
      for (const shape of shapes) paintShape(context, shape);
    });
  }
  const look = painter(ms);
  if (look) within(context, () => look.paint(context));
}
