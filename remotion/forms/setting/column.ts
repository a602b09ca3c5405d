/** Parts of a form one below the other, about the middle of its space. */
import { type Context2D, within } from '../../paint/context-2d';

/** px */
export interface ColumnPart {
  height: number;
  /** Space over it. */
  above: number;
  at(ms: number): PartLook;
}

/** A part at a moment. */
export interface PartLook {
  /** The same for all moments at which the same is to be painted. */
  state: string;
  /** Paints it below 0, 0: the place of its upper edge. */
  paint(context: Context2D): void;
}

/** A part and its place, px from the top of the frame. */
export interface PlacedPart<Part extends ColumnPart> {
  part: Part;
  top: number;
}

/** How high parts are with the space over them, px. */
export function columnHeight(parts: readonly ColumnPart[]): number {
  return parts.reduce((sum, { above, height }) => sum + above + height, 0);
}

/** Places parts about a middle, px, each on a whole pixel so that straight edges in them are sharp. */
export function stacked<Part extends ColumnPart>(parts: readonly Part[], middle: number): PlacedPart<Part>[] {
  let bottom = middle - columnHeight(parts) / 2;
  return parts.map((part) => {
    const top = bottom + part.above;
    bottom = top + part.height;
    return { part, top: Math.round(top) };
  });
}

/** The whole column at a moment. @param left where its parts have their 0, px of the frame */
export function columnLook(column: readonly PlacedPart<ColumnPart>[], left: number, ms: number): PartLook {
  const looks = column.map(({ part, top }) => ({ top, ...part.at(ms) }));
  return {
    state: looks.map(({ state }) => state).join(' | '),
    paint: (context) => {
      for (const { top, paint } of looks)
        within(context, () => {
          context.translate(left, top);
          paint(context);
        });
    },
  };
}
