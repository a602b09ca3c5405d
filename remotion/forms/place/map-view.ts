/** How much of the world a map shows, and where. The maps are in plate carrée: a degree is as long east as north. */
import type { Point } from '../../contract/forms';

export interface MapView {
  /** Of the whole world's image, px; it is half as high as wide. */
  width: number;
  left: number;
  top: number;
  /** Where a point lies in the frame, px. */
  placeOf: (point: Point) => { x: number; y: number };
}

/** Degrees that the narrower side of the frame shows of a single place. */
const ONE_PLACE = 46;
/** Where the middle of what is shown stands in the frame. */
const MIDDLE = { x: 0.5, y: 0.5 };

/** A view of the points, with room around them. @param frame px */
export function mapView(points: readonly Point[], frame: { width: number; height: number }): MapView {
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  const spread = Math.max(
    Math.max(...lons) - Math.min(...lons),
    (Math.max(...lats) - Math.min(...lats)) * 1.4,
  );
  const degrees = Math.max(ONE_PLACE, spread * 1.6);
  const perDegree = Math.min(frame.width, frame.height) / degrees;
  const width = 360 * perDegree;
  const centre = {
    lon: (Math.max(...lons) + Math.min(...lons)) / 2,
    lat: (Math.max(...lats) + Math.min(...lats)) / 2,
  };
  const left = frame.width * MIDDLE.x - (centre.lon + 180) * perDegree;
  const top = frame.height * MIDDLE.y - (90 - centre.lat) * perDegree;
  return {
    width,
    left,
    top,
    placeOf: ({ lon, lat }) => ({ x: left + (lon + 180) * perDegree, y: top + (90 - lat) * perDegree }),
  };
}

/** Px between the dots of a route. */
const STEP = 34;

/** Dots on a bow from one place to the other, without the ends. */
export function routePoints(
  from: { x: number; y: number },
  to: { x: number; y: number },
): { x: number; y: number }[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.max(2, Math.floor(length / STEP));
  return Array.from({ length: count - 1 }, (_, at) => {
    const part = (at + 1) / count;
    const bow = Math.sin(part * Math.PI) * length * 0.16;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part - bow };
  });
}
