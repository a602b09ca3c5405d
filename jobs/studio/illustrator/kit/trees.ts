/** Trees and cactuses. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** A fir of four tiers, lit from the scene's side. */
export function pine(stage: Stage, x: number, y: number, height: number, colour: Hex): string {
  const side = stage.lightSide;
  let svg = rect(
    x - height * 0.035,
    y - height * 0.16,
    height * 0.07,
    height * 0.17,
    mix(colour, '#3a2418', 0.65),
  );
  for (let tier = 0; tier < 4; tier++) {
    const t = tier / 4;
    const base = y - height * 0.1 - t * height * 0.66;
    const half = (height * 0.46 * (1 - t * 0.62)) / 2;
    const tall = height * 0.36;
    const face = lighten(colour, t * 0.05);
    const top = n(base - tall);
    const waist = n(base - tall * 0.45);
    svg += shape(
      `M${n(x)} ${top}Q${n(x + half * 0.35)} ${waist} ${n(x + half)} ${n(base)}Q${n(x)} ${n(base + height * 0.035)} ${n(x - half)} ${n(base)}Q${n(x - half * 0.35)} ${waist} ${n(x)} ${top}Z`,
      face,
    );
    svg += shape(
      `M${n(x)} ${top}Q${n(x + half * side * 0.35)} ${waist} ${n(x + half * side)} ${n(base)}Q${n(x + half * side * 0.4)} ${n(base + height * 0.02)} ${n(x + half * side * 0.15)} ${n(base + height * 0.012)}Z`,
      mix(face, stage.palette.light, 0.3),
      { opacity: 0.45 },
    );
  }
  return svg;
}

/** A round-crowned tree; `fruit` hangs in the crown when given. */
export function leafTree(
  stage: Stage,
  x: number,
  y: number,
  height: number,
  colour: Hex,
  fruit: Hex | null = null,
): string {
  const { random, lightSide: side, palette } = stage;
  const h = height;
  const bark = mix(colour, '#4a2b1a', 0.8);
  const crown = h * 0.36;
  let svg = shape(
    `M${n(x - h * 0.05)} ${n(y + 4)}C${n(x - h * 0.02)} ${n(y - h * 0.2)} ${n(x - h * 0.04)} ${n(y - h * 0.35)} ${n(x - h * 0.025)} ${n(y - h * 0.55)}H${n(x + h * 0.025)}C${n(x + h * 0.03)} ${n(y - h * 0.3)} ${n(x + h * 0.02)} ${n(y - h * 0.2)} ${n(x + h * 0.06)} ${n(y + 4)}Z`,
    bark,
  );
  svg += line(
    `M${n(x)} ${n(y - h * 0.36)}L${n(x + h * 0.13)} ${n(y - h * 0.52)}M${n(x)} ${n(y - h * 0.42)}L${n(x - h * 0.12)} ${n(y - h * 0.55)}`,
    bark,
    h * 0.025,
  );
  const blobs: [number, number, number][] = [[x, y - h * 0.7, crown * 0.62]];
  for (let i = 0; i < 9; i++) {
    const angle = (i / 9) * 6.283 + random.range(-0.2, 0.2);
    blobs.push([
      x + Math.cos(angle) * crown * 0.62,
      y - h * 0.68 + Math.sin(angle) * h * 0.16,
      crown * random.range(0.36, 0.5),
    ]);
  }
  const dark = darken(colour, 0.03);
  const light = mix(colour, palette.light, 0.22 - palette.dark * 0.24);
  const bright = mix(colour, palette.light, 0.42 - palette.dark * 0.44);
  svg += blobs.map(([bx, by, r]) => circle(bx, by, r, dark)).join('');
  blobs.forEach(([bx, by, r], i) => {
    if (i % 2) svg += circle(bx + side * crown * 0.14, by - h * 0.035, r * 0.62, light, { opacity: 0.8 });
    if (i % 3 === 0)
      svg += circle(bx + side * crown * 0.24, by - h * 0.06, r * 0.3, bright, { opacity: 0.55 });
  });
  if (fruit) {
    for (let i = 0; i < 9; i++) {
      const [bx, by, r] = blobs[i % blobs.length] as [number, number, number];
      svg += circle(bx + random.range(-0.6, 0.6) * r, by + random.range(-0.5, 0.7) * r, h * 0.022, fruit);
    }
  }
  return svg;
}

export function bareTree(stage: Stage, x: number, y: number, height: number, colour: Hex): string {
  const branch = (bx: number, by: number, length: number, angle: number, depth: number): string => {
    const ex = bx + Math.cos(angle) * length;
    const ey = by + Math.sin(angle) * length;
    let svg = line(
      `M${n(bx)} ${n(by)}L${n(ex)} ${n(ey)}`,
      colour,
      Math.max(2, height * 0.045 * 0.62 ** depth),
    );
    if (depth < 4) {
      svg += branch(
        ex,
        ey,
        length * stage.random.range(0.62, 0.78),
        angle - stage.random.range(0.3, 0.6),
        depth + 1,
      );
      svg += branch(
        ex,
        ey,
        length * stage.random.range(0.62, 0.78),
        angle + stage.random.range(0.3, 0.6),
        depth + 1,
      );
    }
    return svg;
  };
  return branch(x, y, height * 0.34, -Math.PI / 2, 0);
}

export function palm(stage: Stage, x: number, y: number, height: number, colour: Hex): string {
  const lean = stage.random.sign() * height * 0.12;
  const tx = x + lean;
  const ty = y - height * 0.78;
  let svg = line(
    `M${n(x)} ${n(y)}Q${n(x + lean * 0.1)} ${n(y - height * 0.4)} ${n(tx)} ${n(ty)}`,
    mix('#8a6238', colour, 0.25),
    height * 0.045,
  );
  for (let i = 0; i < 7; i++) {
    const angle = -Math.PI * (0.02 + i * 0.16);
    const length = height * 0.36;
    const ex = tx + Math.cos(angle) * length;
    const ey = ty + Math.sin(angle) * length * 0.5 + length * 0.28;
    const mx = tx + Math.cos(angle) * length * 0.6;
    const my = ty + Math.sin(angle) * length * 0.75 - length * 0.12;
    svg += shape(
      `M${n(tx)} ${n(ty)}Q${n(mx)} ${n(my - height * 0.03)} ${n(ex)} ${n(ey)}Q${n(mx)} ${n(my + height * 0.075)} ${n(tx)} ${n(ty)}Z`,
      lighten(colour, (i % 3) * 0.03),
    );
  }
  return (
    svg +
    circle(tx - 8, ty + 10, height * 0.025, '#6b4630') +
    circle(tx + 10, ty + 12, height * 0.025, '#5b3a28')
  );
}

export function cactus(x: number, y: number, height: number, colour: Hex): string {
  const w = height * 0.15;
  const arm = (side: number, low: number, high: number) =>
    line(
      `M${n(x)} ${n(y - height * low)}H${n(x + side * height * 0.17)}Q${n(x + side * height * 0.24)} ${n(y - height * low)} ${n(x + side * height * 0.24)} ${n(y - height * (low + 0.07))}V${n(y - height * high)}`,
      colour,
      w * 0.72,
    );
  return (
    rect(x - w / 2, y - height, w, height, colour, { rx: w / 2 }) +
    arm(-1, 0.42, 0.68) +
    arm(1, 0.55, 0.8) +
    line(`M${n(x - w * 0.15)} ${n(y - height * 0.9)}V${n(y - 8)}`, lighten(colour, 0.08), w * 0.1, {
      opacity: 0.7,
    })
  );
}
