/** Village, market and castle. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { depthY } from '#jobs/studio/illustrator/drawing/frame.ts';
import { n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { castle, house, inLight } from '#jobs/studio/illustrator/kit/buildings.ts';
import { hill, windingPath } from '#jobs/studio/illustrator/kit/land.ts';
import { foreground, ground, hazy, hillsBehind, meadowCover, plantRow, scaled } from './ground';
import { pathColour, tree } from './parts';

const WALLS = ['#f6e3c5', '#eccfae', '#f2d9d0', '#e3e0d2'] as const;

const ROOFS = ['#c0573f', '#a8483a', '#7d5a78', '#4f6f8f'] as const;

export function paintVillage(stage: Stage): void {
  const { frame, palette, random } = stage;
  hillsBehind(stage);
  const street = hill(stage, depthY(frame, 0.34), scaled(stage, 30), hazy(stage, palette.land, 0.34));
  draw(stage, 'middle', street.svg);
  const houses = Math.round((6 * frame.width) / 1080 / Math.max(1, frame.zoom * 0.8));
  for (let i = 0; i < houses; i++) {
    const x = ((i + 0.5) * frame.width) / houses + random.range(-30, 30);
    draw(
      stage,
      'middle',
      house(
        stage,
        x,
        street.at(x) + 22,
        scaled(stage, random.range(135, 190)),
        random.pick(WALLS),
        random.pick(ROOFS),
      ),
    );
  }
  plantRow(stage, tree, {
    layer: 'near',
    from: 0.5,
    to: 0.6,
    low: 170,
    high: 240,
    count: 6,
    colour: mix(palette.land, palette.near, 0.35),
    clear: 0.2,
  });
  const side = -stage.heroSide;
  draw(
    stage,
    'near',
    house(
      stage,
      frame.width * (0.5 + side * 0.36),
      frame.edge + 34,
      scaled(stage, 330),
      random.pick(WALLS),
      random.pick(ROOFS),
    ),
  );
  ground(stage, mix(palette.land, palette.near, 0.3));
  draw(stage, 'ground', windingPath(stage, pathColour(stage)));
  meadowCover(stage, 14, 8);
  foreground(stage);
}

export function paintMarket(stage: Stage): void {
  const { frame, palette, random } = stage;
  hillsBehind(stage);
  const y = depthY(frame, 0.42);
  const houses = Math.round((6 * frame.width) / 1080);
  for (let i = 0; i < houses; i++) {
    draw(
      stage,
      'middle',
      house(
        stage,
        ((i + 0.5) * frame.width) / houses,
        y,
        scaled(stage, random.range(230, 290)),
        random.pick(WALLS),
        random.pick(ROOFS),
      ),
    );
  }
  const stalls = Math.max(3, Math.round(frame.width / 420));
  for (let i = 0; i < stalls; i++) {
    const s = scaled(stage, 300);
    const x = ((i + 0.5) * frame.width) / stalls;
    const foot = depthY(frame, 0.66);
    const cloth = inLight(stage, random.pick(['#d6564a', '#3f8f9c', '#e0a13f', '#7a5aa0']), 0.5);
    const pale = inLight(stage, '#fff3dc', 0.5);
    let awning = '';
    for (let k = 0; k < 6; k++) {
      const ax = x - s * 0.5 + (k * s) / 6;
      awning += shape(
        `M${n(ax + s * 0.03)} ${n(foot - s * 0.8)}H${n(ax + s / 6)}L${n(ax + s / 6)} ${n(foot - s * 0.56)}q${n(-s / 12)} ${n(s * 0.08)} ${n(-s / 6)} 0Z`,
        k % 2 ? pale : cloth,
      );
    }
    let goods = '';
    for (let k = 0; k < 7; k++)
      goods += `<circle cx="${n(x - s * 0.36 + k * s * 0.12)}" cy="${n(foot - s * 0.31)}" r="${n(s * 0.055)}" fill="${inLight(stage, random.pick(['#e0483f', '#f2c14e', '#7fb04a', '#e08a3f']), 0.5)}"/>`;
    draw(
      stage,
      'near',
      rect(x - s * 0.44, foot - s * 0.6, s * 0.03, s * 0.6, inLight(stage, '#7a4f33', 0.4)) +
        rect(x + s * 0.41, foot - s * 0.6, s * 0.03, s * 0.6, inLight(stage, '#7a4f33', 0.4)) +
        goods +
        rect(x - s * 0.46, foot - s * 0.28, s * 0.92, s * 0.28, inLight(stage, '#a8744a', 0.5), { rx: 6 }) +
        awning,
    );
  }
  ground(stage, mix(mix(palette.land, palette.near, 0.2), '#c9a277', 0.35 * (1 - palette.dark)));
  meadowCover(stage, 3, 0);
}

export function paintCastle(stage: Stage): void {
  const { frame, palette } = stage;
  hillsBehind(stage);
  const knoll = hill(stage, depthY(frame, 0.36), scaled(stage, 34), hazy(stage, palette.land, 0.34));
  const x = frame.width * (0.5 - stage.heroSide * 0.2);
  draw(
    stage,
    'middle',
    knoll.svg,
    castle(stage, x, knoll.at(x) + 40, scaled(stage, frame.format === '9:16' ? 620 : 560)),
  );
  plantRow(stage, tree, {
    layer: 'near',
    from: 0.52,
    to: 0.62,
    low: 170,
    high: 280,
    count: 7,
    colour: mix(palette.land, palette.near, 0.3),
    clear: 0.2,
  });
  ground(stage, mix(palette.land, palette.near, 0.3));
  draw(stage, 'ground', windingPath(stage, pathColour(stage)));
  meadowCover(stage, 14, 8);
  foreground(stage);
}
