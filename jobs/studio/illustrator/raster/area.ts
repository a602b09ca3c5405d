/** Rectangles of pixels. */

/** px from the left upper corner of the whole; `right` and `bottom` are those after the last. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** The least area around both; null stands for none. */
export function around(one: Area | null, other: Area | null): Area | null {
  if (!one || !other) return one ?? other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** What is in both; null for nothing. */
export function common(one: Area, other: Area): Area | null {
  const area = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return area.left < area.right && area.top < area.bottom ? area : null;
}

/** An area with so many px around it, as far as the whole reaches; its corner on a square of `step` px. */
export function widened(area: Area, by: number, step: number, { width, height }: Size): Area {
  const down = (at: number) => Math.max(0, Math.floor((at - by) / step) * step);
  return {
    left: down(area.left),
    top: down(area.top),
    right: Math.min(width, area.right + by),
    bottom: Math.min(height, area.bottom + by),
  };
}
