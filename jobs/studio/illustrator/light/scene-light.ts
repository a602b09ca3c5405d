/** The light of a scene: sky, land and shade by place, time, weather and style. */

import type { Place, SceneReading, TimeOfDay } from '#jobs/story/film/scene-reading.ts';
import type { Random } from '#jobs/studio/chance.ts';
import { type Hex, mix, saturate } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { Palette } from '#jobs/studio/illustrator/drawing/scene-palette.ts';
import type { Style } from '#jobs/studio/illustrator/drawing/styles.ts';
import { isBeyondEarth } from '#jobs/studio/reading/places.ts';

type Sky = readonly [Hex, Hex, Hex];

const SKIES: Record<TimeOfDay, Sky> = {
  dawn: ['#5a6db8', '#eea0a4', '#ffe3b3'],
  morning: ['#4aa3dc', '#a9dcf0', '#fff0cf'],
  noon: ['#2f93cf', '#86cdea', '#fdf2d0'],
  afternoon: ['#3f8fc0', '#a8cfcf', '#ffdf9e'],
  sunset: ['#43285f', '#d65a6c', '#ffbf66'],
  night: ['#080d2b', '#182a63', '#4a62ac'],
};

const LIGHTS: Record<TimeOfDay, Hex> = {
  dawn: '#ffdca8',
  morning: '#fff2c8',
  noon: '#fff6cf',
  afternoon: '#ffe6a6',
  sunset: '#ffb65e',
  night: '#cfdcff',
};

const DARKNESS: Record<TimeOfDay, number> = {
  dawn: 0.18,
  morning: 0.04,
  noon: 0,
  afternoon: 0.06,
  sunset: 0.3,
  night: 0.62,
};

const LANDS: Record<Place, Hex> = {
  meadow: '#4f9a45',
  forest: '#2c7a4d',
  jungle: '#1f7f4a',
  mountain: '#4d7a63',
  snowfield: '#dfeaf5',
  desert: '#d98b45',
  garden: '#5a9a4a',
  orchard: '#6aa347',
  farm: '#8a9f45',
  village: '#6a9a48',
  market: '#b08a5e',
  city: '#4b4a78',
  rooftops: '#7a4a58',
  railway: '#7c8f52',
  bridge: '#5a8f66',
  castle: '#5b8f57',
  river: '#4b9160',
  lake: '#3f8a68',
  swamp: '#4d6b4a',
  sea: '#1f6f94',
  shore: '#c9a877',
  island: '#d9b77c',
  harbour: '#8a7a6b',
  underwater: '#1f7d94',
  cave: '#5b4a5f',
  clouds: '#e9eef8',
  space: '#3a2f6b',
  planet: '#c06a4a',
  moon: '#a3a3b3',
  home: '#a8653f',
  bedroom: '#a8653f',
  kitchen: '#b07a4f',
  library: '#8a5638',
  workshop: '#8f6644',
  classroom: '#a87a4f',
  hall: '#8b5a5f',
  office: '#7f8a96',
  cafe: '#8f6244',
  shop: '#b08a5e',
  hospital: '#9fb8bc',
  court: '#8b5f40',
  precinct: '#6a7078',
  laboratory: '#93a6b0',
  'changing-room': '#5f7484',
  cabin: '#5a6a88',
  carriage: '#7a8088',
  car: '#7a6a5c',
  stadium: '#4f9a4a',
  stage: '#8b4a4a',
  phone: '#3f4660',
  abstract: '#6f8fa8',
};

function weathered(
  reading: SceneReading,
  sky: Sky,
  light: Hex,
  land: Hex,
): { sky: Sky; light: Hex; land: Hex } {
  const each = (change: (colour: Hex) => Hex): Sky => [change(sky[0]), change(sky[1]), change(sky[2])];
  switch (reading.weather) {
    case 'storm':
      return {
        sky: reading.time === 'night' ? ['#05080f', '#152233', '#3d5566'] : ['#1d2831', '#455763', '#98a6a3'],
        light: '#d6e6ee',
        land: mix(land, '#1d2a33', 0.5),
      };
    case 'rain':
      return {
        sky: each((c) => mix(saturate(c, 0.5), '#5f7383', 0.45)),
        light: '#e5eef0',
        land: saturate(mix(land, '#40545c', 0.25), 0.8),
      };
    case 'fog':
      return { sky: each((c) => mix(saturate(c, 0.4), '#cfd6d6', 0.5)), light, land: saturate(land, 0.6) };
    case 'cloudy':
      return { sky: each((c) => mix(saturate(c, 0.7), '#9fb0bd', 0.3)), light, land: saturate(land, 0.85) };
    case 'snow':
      return {
        sky:
          DARKNESS[reading.time] < 0.1
            ? ['#7fa6c9', '#bcd5e6', '#f4f9fc']
            : each((c) => mix(c, '#a9bdd3', 0.18)),
        light,
        land: '#dfeaf5',
      };
    default:
      return { sky, light, land };
  }
}

const GLOWS: readonly [readonly [Hex, Hex, Hex], ...(readonly [Hex, Hex, Hex])[]] = [
  ['#ff3fb4', '#28e0ff', '#8a5bff'],
  ['#ff7a3d', '#ff3fb4', '#4dd2ff'],
  ['#35ffc4', '#28a8ff', '#c64dff'],
];

export function paletteOf(reading: SceneReading, style: Style, random: Random): Palette {
  const airless = isBeyondEarth(reading.place);
  const start: Sky = airless ? ['#05061a', '#191347', '#4a2a7a'] : SKIES[reading.time];
  const air = airless
    ? { sky: start, light: LIGHTS.night, land: LANDS[reading.place] }
    : weathered(reading, start, LIGHTS[reading.time], LANDS[reading.place]);
  const dark = DARKNESS[airless ? 'night' : reading.time] * (airless ? 0.35 : 1);
  const sky = tinted(reading, air.sky);
  const land = mix(air.land, mix(sky[0], '#0a0f26', 0.3), dark);
  const near = mix(land, '#0c1d2a', 0.38 + dark * 0.2);
  const palette: Palette = {
    sky,
    light: air.light,
    land,
    near,
    front: mix(near, '#050a16', 0.5),
    shadow: mix(sky[0], '#050511', 0.65),
    dark,
    glow: random.pick(GLOWS),
  };
  return styled(palette, style, reading);
}

/** The mood leans on the sky's colours a little. */
function tinted(reading: SceneReading, sky: Sky): Sky {
  const tints: Record<SceneReading['mood'], readonly [Hex, number]> = {
    calm: ['#9fc4d8', 0.04],
    joyful: ['#ffe07a', 0.07],
    magical: ['#9a6bff', 0.13],
    sad: ['#6f7f96', 0.24],
    tense: ['#3d2f45', 0.3],
    adventurous: ['#f0a04a', 0.06],
    mysterious: ['#4a5a8a', 0.22],
    playful: ['#ffc0a0', 0.06],
    tender: ['#f2b8c0', 0.1],
  };
  const [tint, share] = tints[reading.mood];
  return [mix(sky[0], tint, share), mix(sky[1], tint, share), mix(sky[2], tint, share * 0.6)];
}

function styled(palette: Palette, style: Style, reading: SceneReading): Palette {
  const { sky, land, near, front } = palette;
  switch (style.name) {
    case 'watercolor': {
      const wash = (c: Hex) => mix(saturate(c, 0.85), '#fffaf0', 0.24);
      return {
        ...palette,
        sky: [wash(sky[0]), wash(sky[1]), wash(sky[2])],
        land: mix(saturate(land, 0.9), '#fff6e0', 0.18),
        near: mix(saturate(near, 0.95), '#e8e0c8', 0.12),
        front: mix(front, '#6b7a68', 0.18),
      };
    }
    case 'gouache':
      return {
        ...palette,
        sky: [mix(sky[0], '#d8b89a', 0.1), mix(sky[1], '#f0d2b0', 0.12), sky[2]],
        land: mix(land, '#c9a877', 0.08),
      };
    case 'neon':
      return {
        ...palette,
        sky: [
          '#05010f',
          '#1b0b45',
          reading.time === 'sunset' || reading.time === 'dawn' ? '#b3256b' : '#4b1880',
        ],
        light: palette.glow[0],
        land: '#1d1347',
        near: '#120c34',
        front: '#070419',
        dark: 0.6,
      };
    case 'silhouette': {
      const skies: Record<TimeOfDay, Sky> = {
        dawn: ['#5b4a8a', '#f08a80', '#ffe0a8'],
        morning: ['#3f86a8', '#9cd0c8', '#fff2c8'],
        noon: ['#c8722e', '#f2b45a', '#fff0c4'],
        afternoon: ['#a8502e', '#f0a04a', '#ffe6a8'],
        sunset: ['#57205f', '#e0573f', '#ffd27a'],
        night: ['#0b1340', '#2f4fa0', '#b9c9f2'],
      };
      const tones = skies[reading.time];
      return {
        ...palette,
        sky: tones,
        light: tones[2],
        land: mix(tones[1], '#0a0a1c', 0.62),
        near: mix(tones[0], '#04040e', 0.7),
        front: '#04040c',
      };
    }
    case 'papercut':
      return palette;
  }
}
