/** A form: its ground, whose shapes wander, and what stands on it, painted when it changes. */
import type { FormatName, FormShot, Shot } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { type GroundLayer, groundLayers } from '#remotion/forms/ground/ground-layers.ts';
import { paintAir, paintShape } from '#remotion/forms/ground/paint-ground.ts';
import { type FormTools, formMoment, openForm } from '#remotion/forms/painters.ts';
import type { Box } from '#remotion/paint/context-2d.ts';
import { wholePixels } from '#remotion/paint/overlay.ts';
import { framed } from '#remotion/paint/picture-places.ts';
import type { Compositor, Laid } from './compositor';
import { PaintedPixels } from './painted-pixels';
import type { ShotImages } from './shot-images';

export function formImages(
  { shot, form, format }: { shot: Shot; form: FormShot; format: FormatName },
  tools: FormTools,
  compositor: Compositor,
): ShotImages {
  const { palette, space, painter } = openForm(form, { seed: shot.seed, format }, tools);
  const frame = { left: 0, top: 0, ...space.frame };
  const once = (box: Box, paint: Parameters<PaintedPixels['of']>[0]['paint']): Laid =>
    new PaintedPixels(compositor).of({ box, state: '', paint });
  const air = once(frame, (context) => paintAir(context, palette, space));
  const last = sceneFrames(form.durationMs);
  const wandering = groundLayers(form.style, palette, shot.seed, space).map((layer) => {
    const box = boxOf(layer, frame, last);
    const image = once(box, (context) => {
      for (const shape of layer.shapes) paintShape(context, shape);
    });
    return { layer, box, image };
  });
  const content = new PaintedPixels(compositor);
  return {
    at: ({ ms, framesToEnd }) => {
      const moment = formMoment(form, framesToEnd);
      const look = painter(moment.ms);
      const laid = (image: Laid, box: Box) => ({
        image,
        place: { ...framed(box, shot, ms, space.frame), opacity: 1 },
      });
      return [
        laid(air, frame),
        ...wandering.map(({ layer, box, image }) => {
          const { x, y } = layer.awayAt(moment.frame);
          return laid(image, { ...box, left: box.left + x, top: box.top + y });
        }),
        ...(look && look.box.width > 0 && look.box.height > 0 ? [laid(content.of(look), look.box)] : []),
      ];
    },
    close: async () => undefined,
  };
}

/** The part of a layer that is seen at any time until a frame. */
function boxOf({ shapes, awayAt }: GroundLayer, frame: Box, last: number): Box {
  const { x, y } = awayAt(last);
  const left = Math.max(Math.min(0, -x), Math.min(...shapes.map((shape) => shape.x - shape.size / 2)));
  const top = Math.max(Math.min(0, -y), Math.min(...shapes.map((shape) => shape.y - shape.size / 2)));
  const right = Math.min(
    frame.width + Math.max(0, -x),
    Math.max(...shapes.map((shape) => shape.x + shape.size / 2)),
  );
  const bottom = Math.min(
    frame.height + Math.max(0, -y),
    Math.max(...shapes.map((shape) => shape.y + shape.size / 2)),
  );
  return wholePixels({ left: left - 1, top: top - 1, width: right - left + 2, height: bottom - top + 2 });
}
