/** City street, rooftops and railway. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED, depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { inLight, lampPost } from '#jobs/studio/illustrator/kit/buildings.ts';
import { hill } from '#jobs/studio/illustrator/kit/land.ts';
import { leafTree } from '#jobs/studio/illustrator/kit/trees.ts';
import { foreground, ground, hazy, hillsBehind, meadowCover, plantRow, scaled } from './ground';

const lampsLit = (stage: Stage): boolean => stage.palette.dark > 0.2 || stage.style.name === 'neon';

/** A row of tall buildings with lit windows; `base` is the y of their feet. */
function skyline(
  stage: Stage,
  layer: 'far' | 'middle' | 'near',
  base: number,
  low: number,
  high: number,
  broad: number,
  colour: Hex,
): void {
  const { random, frame, style, palette } = stage;
  let d = '';
  let windows = '';
  for (let x = -BLEED; x < frame.width + BLEED; ) {
    const w = scaled(stage, random.range(70, 150)) * broad;
    const top = base - scaled(stage, random.range(low, high));
    d += `M${n(x)} ${n(base + 400)}V${n(top)}`;
    const roof = random.whole(0, 3);
    if (roof === 0) d += `L${n(x + w / 2)} ${n(top - 40)}L${n(x + w)} ${n(top)}`;
    else if (roof === 1) d += `H${n(x + w * 0.4)}V${n(top - 70)}H${n(x + w * 0.5)}V${n(top)}H${n(x + w)}`;
    else d += `H${n(x + w)}`;
    d += `V${n(base + 400)}Z`;
    const step = scaled(stage, 34);
    for (let wy = top + 26; wy < base - 10; wy += step) {
      for (let wx = x + 16; wx < x + w - 22; wx += step * 0.88) {
        if (!random.chance(lampsLit(stage) ? 0.42 : 0.2)) continue;
        const light =
          style.name === 'neon'
            ? random.pick(palette.glow)
            : lampsLit(stage)
              ? random.pick(['#ffe29a', '#ffd071', '#fff3c9'])
              : mix(colour, palette.sky[2], 0.6);
        windows += rect(wx, wy, step * 0.38, step * 0.53, light, {
          rx: 2,
          opacity: n(random.range(0.45, 0.95)),
        });
      }
    }
    x += w + random.range(-6, 14);
  }
  const shade =
    style.layerShadow > 0.3
      ? line(d, palette.shadow, 22, { opacity: 0.12 }) + line(d, palette.shadow, 10, { opacity: 0.15 })
      : '';
  draw(stage, layer, shade + shape(d, fade(stage, lighten(colour, 0.06), colour)) + windows);
}

function skylines(stage: Stage, base: number): void {
  const { palette } = stage;
  const by = (share: number) =>
    mix(mix(palette.near, '#6a6f9a', 0.25 * (1 - palette.dark)), palette.sky[2], share);
  skyline(stage, 'far', base, 320, 620, 1, by(0.55));
  skyline(stage, 'middle', base + 20, 220, 480, 1.25, by(0.32));
}

export function paintCity(stage: Stage): void {
  const { frame, palette } = stage;
  skylines(stage, depthY(frame, 0.5));
  skyline(
    stage,
    'near',
    depthY(frame, 0.7),
    130,
    330,
    1.5,
    mix(mix(palette.near, '#6a6f9a', 0.2 * (1 - palette.dark)), palette.sky[2], 0.1),
  );
  const top = frame.edge;
  const road = mix(palette.near, '#5a5f78', 0.35);
  draw(
    stage,
    'ground',
    rect(-BLEED, top, frame.width + 2 * BLEED, frame.height - top + BLEED, fade(stage, road, palette.front)),
  );
  draw(
    stage,
    'ground',
    rect(-BLEED, top - 4, frame.width + 2 * BLEED, 12, mix('#b9bfd0', palette.near, palette.dark * 0.6), {
      opacity: 0.8,
    }),
  );
  const walk = frame.feet + scaled(stage, 60);
  draw(
    stage,
    'ground',
    rect(-BLEED, walk, frame.width + 2 * BLEED, 10, mix('#b9bfd0', palette.near, 0.3 + palette.dark * 0.5), {
      opacity: 0.7,
    }),
  );
  for (let i = 0; i < 4; i++) {
    const y = walk + (frame.height - walk) * (0.2 + i * 0.2);
    const half = frame.width * (0.02 + i * 0.012);
    draw(
      stage,
      'ground',
      shape(
        `M${n(frame.width / 2 - half)} ${n(y)}h${n(half * 2)}l8 ${n(24 + i * 6)}h${n(-half * 2 - 16)}Z`,
        '#f7e6a8',
        { opacity: 0.4 },
      ),
    );
  }
  for (const share of [0.07, 0.93]) {
    const post = lampPost(
      frame.width * share,
      frame.edge + 20,
      scaled(stage, 360),
      mix(palette.front, palette.near, 0.3),
      share < 0.5 ? 1 : -1,
    );
    draw(stage, 'near', post.svg);
    halo(
      stage,
      'glow',
      post.lamp[0],
      post.lamp[1],
      scaled(stage, 150),
      '#ffe9a0',
      lampsLit(stage) ? 0.6 : 0.12,
    );
  }
  stage.groundAt = () => top;
}

export function paintRooftops(stage: Stage): void {
  const { frame, palette, random } = stage;
  skylines(stage, depthY(frame, 0.55));
  const tile = inLight(stage, '#a8543f', 0.65);
  for (let i = 0; i < 5; i++) {
    const x = frame.width * (i / 4) + random.range(-40, 40);
    const y = depthY(frame, 0.6);
    const s = scaled(stage, random.range(220, 320));
    const roof = mix(tile, palette.sky[2], 0.2);
    draw(
      stage,
      'near',
      shape(
        `M${n(x - s)} ${n(y + s * 0.7)}L${n(x)} ${n(y - s * 0.25)}L${n(x + s)} ${n(y + s * 0.7)}Z`,
        fade(stage, lighten(roof, 0.04), darken(roof, 0.08)),
      ),
    );
    draw(stage, 'near', rect(x + s * 0.3, y - s * 0.3, s * 0.16, s * 0.5, darken(roof, 0.06)));
  }
  const top = frame.edge + 16;
  let tiles = rect(
    -BLEED,
    top,
    frame.width + 2 * BLEED,
    frame.height - top + BLEED,
    fade(stage, tile, mix(tile, palette.front, 0.55)),
  );
  for (let row = 0; row < 14; row++) {
    const y = top + 30 + row * row * 5 + row * 34;
    const w = 60 + row * 9;
    let d = '';
    for (let x = -BLEED - w + (row % 2 ? w / 2 : 0); x < frame.width + BLEED; x += w)
      d += `M${n(x)} ${n(y)}q${n(w / 2)} ${n(22 + row * 2)} ${n(w)} 0`;
    tiles += line(d, darken(tile, 0.1), 5, { opacity: 0.5 });
  }
  tiles += rect(-BLEED, top - 10, frame.width + 2 * BLEED, 22, lighten(tile, 0.06), { rx: 10 });
  draw(stage, 'ground', tiles);
  stage.groundAt = () => top;
}

export function paintRailway(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  plantRow(stage, (on, x, y, h, c) => leafTree(on, x, y, h, c), {
    layer: 'middle',
    from: 0.3,
    to: 0.44,
    low: 150,
    high: 250,
    count: 6,
    colour: mix(palette.land, palette.near, 0.2),
  });
  draw(stage, 'near', hill(stage, depthY(frame, 0.5), 18, hazy(stage, palette.land, 0.2)).svg);
  ground(stage, mix(palette.land, palette.near, 0.22));
  const gravel = mix('#a89a88', palette.sky[0], palette.dark * 0.6);
  const y = frame.edge + scaled(stage, 70);
  draw(stage, 'ground', rect(-BLEED, y - 18, frame.width + 2 * BLEED, 66, gravel, { rx: 10 }));
  for (let x = -20 - 2 * 74; x < frame.width + BLEED; x += 74)
    draw(stage, 'ground', rect(x, y - 12, 34, 48, inLight(stage, '#6b4a35', 0.5), { rx: 4 }));
  for (const dy of [-4, 26])
    draw(stage, 'ground', rect(-BLEED, y + dy, frame.width + 2 * BLEED, 8, inLight(stage, '#8a8f9a', 0.4)));
  for (const share of [0.1, 0.88]) {
    const x = frame.width * share;
    draw(
      stage,
      'near',
      rect(x - 6, frame.edge - scaled(stage, 330), 12, scaled(stage, 350), inLight(stage, '#5f4636', 0.5)),
    );
    draw(
      stage,
      'near',
      rect(x - 60, frame.edge - scaled(stage, 310), 120, 10, inLight(stage, '#5f4636', 0.5)),
      circle(x - 50, frame.edge - scaled(stage, 318), 7, '#dfe6ea'),
      circle(x + 50, frame.edge - scaled(stage, 318), 7, '#dfe6ea'),
    );
  }
  stage.lift = scaled(stage, 10);
  meadowCover(stage, 14, 6);
  foreground(stage, { leaves: false });
}
