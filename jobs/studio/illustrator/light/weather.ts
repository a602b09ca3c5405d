/** What falls or drifts in front of a scene: rain, snow, fog, wind. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, marginOf } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, line, n, place, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, halo, linear, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { isUnderOpenSky } from '#jobs/studio/reading/places.ts';

export function paintWeather(stage: Stage): void {
  const { reading } = stage;
  if (!isUnderOpenSky(reading.place)) return;
  if (reading.weather === 'rain' || reading.weather === 'storm') paintRain(stage);
  if (reading.weather === 'snow' || (reading.place === 'snowfield' && reading.weather === 'clear'))
    paintSnow(stage);
  if (reading.weather === 'fog') paintFog(stage);
  if (reading.weather === 'wind') paintWind(stage);
}

/** The picture and its margins, in upright pictures. */
const area = (stage: Stage) => ((stage.frame.width * stage.frame.height) / (1080 * 1920)) * 1.34;

/** Rain over the picture and its margins; what leaves at the lower edge comes in at the upper one. */
function paintRain(stage: Stage): void {
  const { random, frame } = stage;
  const [sideways, upwards] = marginOf(frame);
  const height = frame.height + 2 * upwards;
  let d = '';
  for (let i = 0; i < 170 * area(stage); i++) {
    const length = random.range(40, 95);
    const x = random.range(-sideways, frame.width + sideways + length * 0.28);
    const y = random.range(-upwards, frame.height + upwards);
    const drop = `l${n(-length * 0.28)} ${n(length)}`;
    d += `M${n(x)} ${n(y)}${drop}`;
    if (y + length > frame.height + upwards) d += `M${n(x)} ${n(y - height)}${drop}`;
  }
  draw(stage, 'weather', line(d, '#e6f3ff', 2.6, { opacity: 0.34 }));
}

/** Snow, closed at the upper and lower edges as the rain is. */
function paintSnow(stage: Stage): void {
  const { random, frame } = stage;
  const [sideways, upwards] = marginOf(frame);
  const height = frame.height + 2 * upwards;
  for (let i = 0; i < 120 * area(stage); i++) {
    const x = random.range(-sideways, frame.width + sideways);
    const y = random.range(-upwards, frame.height + upwards);
    const r = random.range(3, 10);
    const opacity = n(random.range(0.5, 0.95));
    for (const copy of [y - height, y, y + height])
      if (copy > -upwards - r && copy < frame.height + upwards + r)
        draw(stage, 'weather', circle(x, copy, r, '#ffffff', { opacity }));
  }
}

/** Banks of mist: lying bands that fade upwards and downwards. */
function paintFog(stage: Stage): void {
  const { frame } = stage;
  for (let i = 0; i < 4; i++) {
    const height = frame.height * 0.2;
    const y = frame.horizon - height * 0.7 + i * height * 0.42;
    const paint = linear(stage, [
      [0, '#eef2f2', 0],
      [0.5, '#eef2f2', 0.42],
      [1, '#eef2f2', 0],
    ]);
    draw(stage, i < 2 ? 'middle' : 'near', rect(-BLEED, y, frame.width + 2 * BLEED, height, paint));
  }
}

/** Streaks of moving air and leaves carried by it. */
function paintWind(stage: Stage): void {
  const { random, frame, palette } = stage;
  for (let i = 0; i < 7; i++) {
    const x = random.range(-0.1, 0.7) * frame.width;
    const y = random.range(0.1, 0.95) * frame.feet;
    const length = random.range(0.2, 0.4) * frame.width;
    draw(
      stage,
      'near',
      line(
        `M${n(x)} ${n(y)}q${n(length * 0.3)} ${n(-22)} ${n(length * 0.6)} 0t${n(length * 0.4)} -6q26 -26 2 -36q-22 -4 -18 16`,
        '#ffffff',
        4,
        { opacity: 0.4 },
      ),
    );
  }
  for (let i = 0; i < 9; i++) {
    const leaf = shape(
      'M0 0C14 -18 42 -16 52 0C42 16 14 18 0 0Z',
      mix(random.pick(['#e0a13f', '#c8703a', '#9aa348']), palette.sky[0], palette.dark * 0.5),
    );
    draw(
      stage,
      'front',
      place(leaf, [random.range(0, frame.width), random.range(0.05, 0.9) * frame.feet], {
        turn: random.range(0, 360),
        scaleX: random.range(0.4, 0.8),
      }),
    );
  }
}

/** Fireflies over a warm night's grass. */
export function paintFireflies(stage: Stage): void {
  const { random, frame } = stage;
  for (let i = 0; i < 24; i++) {
    const x = random.range(20, frame.width - 20);
    const y = random.range(frame.horizon, frame.front);
    const size = random.range(3, 6);
    halo(stage, 'glow', x, y, size * 6, '#fff3a0', 0.55);
    draw(stage, 'glow', circle(x, y, size, '#fffbd0'));
  }
}

/** A beam of light from a lamp, towards the side `towards`. */
export function paintBeam(stage: Stage, lamp: readonly [number, number], towards: -1 | 1): void {
  const reach = stage.frame.width * 1.2 * towards;
  const from = towards > 0 ? { x1: 0, x2: 1 } : { x1: 1, x2: 0 };
  for (const [spread, strength] of [
    [1, 0.3],
    [0.6, 0.3],
  ] as const) {
    const paint = linear(
      stage,
      [
        [0, '#fff2b0', strength],
        [1, '#fff2b0', 0],
      ],
      { ...from, y1: 0, y2: 0 },
    );
    const [x, y] = lamp;
    draw(
      stage,
      'glow',
      shape(`M${n(x)} ${n(y)}L${n(x + reach)} ${n(y - 210 * spread)}V${n(y + 150 * spread)}Z`, paint),
    );
  }
  halo(stage, 'glow', lamp[0], lamp[1], 200, '#ffe9a0', 0.9);
}
