/** A map with a pin at a place, and the way from there to another one. */
import type { FormOf, Point } from '../../contract/forms';
import { type Box, type Context2D, type Drawing, fillDisc, within } from '../../paint/context-2d';
import { easeOut, overshoot, ramp } from '../../picture/motion';
import type { FormFacts, FormLook } from '../form-painter';
import { alpha } from '../setting/alpha';
import { rounded } from '../setting/rounding';
import { mapView, routePoints } from './map-view';

type PlaceFacts = FormFacts<FormOf<'place'>>;
type Spot = ReturnType<typeof routePoints>[number];

/** px */
const PIN = 54;
/** From how far above its place the pin falls, px. */
const FALL = 260;
/** Of the way's dots, px. */
const STEP = 16;
/** The ring that goes out from the pin: its size at first, how far it grows, px; and for how long, ms. */
const RING = { size: 60, growth: 190, fromMs: 1100, lastsMs: 1500 };
/** How much is seen of land, and of the country that is marked. */
const OPACITY = { land: 0.2, country: 0.34, ring: 0.35 };
/** When the dots of the way come, ms. */
const WAY = { fromMs: 1100, lastsMs: 1400, dotMs: 150 };

/** All that does not move, px of the frame. */
interface SetMap {
  world: Box;
  place: Spot;
  target: Spot | null;
  way: Spot[];
  land: Drawing | undefined;
  country: Drawing | undefined;
}

/** What moves, at a moment. */
interface MapMoment {
  zoom: number;
  /** How much is seen of the country that is marked. */
  country: number;
  /** How far the ring has gone out, from 0 to 1. */
  ring: number;
  /** How far pin and target have come; more than 1 on the way. */
  pin: number;
  target: number;
  /** Of each dot of the way. */
  way: number[];
}

/** The vector images of a map, as paths below `public/`. @param isDark whether the ground is dark */
export function mapDrawings({ at, country }: FormOf<'place'>, isDark: boolean): string[] {
  if (!at) return [];
  return ['world', ...(country === undefined ? [] : [country])].map((name) => pathOf(name, isDark));
}

const pathOf = (name: string, isDark: boolean) => `maps/${name}-${isDark ? 'light' : 'dark'}.svg`;

/** The map around a point, which fills the frame. */
export function worldMap(facts: PlaceFacts, at: Point): (ms: number) => FormLook {
  const map = setMap(facts, at);
  const { palette, space } = facts;
  return (ms) => {
    const moment = momentOf(map, ms);
    return {
      box: { left: 0, top: 0, ...space.frame },
      state: stateOf(moment),
      paint: (context) => {
        within(context, () => {
          context.translate(map.place.x, map.place.y);
          context.scale(moment.zoom, moment.zoom);
          context.translate(-map.place.x, -map.place.y);
          paintLand(context, map, moment);
          paintSpots(context, map, moment, palette);
        });
      },
    };
  };
}

function setMap({ content: { country, to }, space, isDark, drawings }: PlaceFacts, at: Point): SetMap {
  const { left, top, width, placeOf } = mapView([at, ...(to ? [to.at] : [])], space.frame);
  const place = placeOf(at);
  const target = to ? placeOf(to.at) : null;
  return {
    world: { left, top, width, height: width / 2 },
    ...{ place, target, way: target ? routePoints(place, target) : [] },
    land: drawings.get(pathOf('world', isDark)),
    country: country === undefined ? undefined : drawings.get(pathOf(country, isDark)),
  };
}

function momentOf({ country, target, way }: SetMap, ms: number): MapMoment {
  const ringMs = Math.max(0, ms - RING.fromMs) % RING.lastsMs;
  return {
    zoom: rounded(1 + 0.18 * easeOut(ramp(ms, 0, 3500)), 4),
    country: country ? rounded(OPACITY.country * easeOut(ramp(ms, 400, 900)), 4) : 0,
    ring: rounded(ringMs / RING.lastsMs, 4),
    pin: rounded(overshoot(ramp(ms, 700, 1150)), 4),
    target: target ? rounded(overshoot(ramp(ms, 2400, 2800)), 4) : 0,
    way: way.map((_, step) => {
      const fromMs = WAY.fromMs + (step / way.length) * WAY.lastsMs;
      return rounded(easeOut(ramp(ms, fromMs, fromMs + WAY.dotMs)), 4);
    }),
  };
}

function stateOf({ zoom, country, ring, pin, target, way }: MapMoment): string {
  return [zoom, country, ring, pin, target, ...way].join(' ');
}

function paintLand(context: Context2D, { world, land, country }: SetMap, moment: MapMoment): void {
  const opacity = context.globalAlpha;
  context.globalAlpha = opacity * OPACITY.land;
  land?.paint(context, world);
  context.globalAlpha = opacity * moment.country;
  if (moment.country > 0) country?.paint(context, world);
  context.globalAlpha = opacity;
}

function paintSpots(
  context: Context2D,
  { place, target, way }: SetMap,
  moment: MapMoment,
  { accent, second }: PlaceFacts['palette'],
): void {
  context.fillStyle = second;
  way.forEach(({ x, y }, step) => {
    fillDisc(context, x, y, STEP * (moment.way[step] ?? 0));
  });
  context.fillStyle = alpha(accent, OPACITY.ring * (1 - moment.ring));
  fillDisc(context, place.x, place.y, RING.size + RING.growth * moment.ring);
  context.fillStyle = accent;
  fillDisc(context, place.x, place.y - (1 - moment.pin) * FALL, PIN * moment.pin);
  if (target) fillDisc(context, target.x, target.y, PIN * moment.target);
}
