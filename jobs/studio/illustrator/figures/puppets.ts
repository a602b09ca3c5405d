/** Sitting animals and beings with drawn bodies under a glyph's face. Units: 1000 tall, feet at (0, 0). */
import { darken, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import type { BeingForm, PuppetForm } from '#jobs/studio/reading/lexicon/subject-forms.ts';

/** Units; ears and antlers make a face taller. */
const FACE_HEIGHTS: Readonly<Record<string, number>> = {
  frog: 520,
  'rabbit-face': 660,
  moose: 620,
  lion: 580,
};

/** A sitting animal, facing the viewer. */
export function puppetSvg(form: PuppetForm, unique: string): string {
  const coat = form.coat;
  const back = darken(coat, 0.1);
  const paw = lighten(coat, 0.05);
  const tail =
    form.tail === 'bushy'
      ? shape(
          'M150 -120C330 -60 470 -170 450 -360C445 -440 400 -480 375 -500C385 -420 350 -330 280 -290C220 -255 170 -240 130 -220Z',
          back,
        ) +
        shape(
          'M450 -360C445 -440 400 -480 375 -500C380 -450 372 -400 350 -362C385 -345 425 -345 450 -360Z',
          form.belly,
        )
      : form.tail === 'tufted'
        ? line('M150 -90C300 -30 420 -90 400 -290', back, 38) + ellipse(400, -320, 48, 72, '#8a4a22')
        : '';
  return (
    tail +
    ellipse(-165, -120, 120, 125, back) +
    ellipse(165, -120, 120, 125, back) +
    shape('M-150 -620C-225 -420 -245 -180 -200 -30Q0 30 200 -30C245 -180 225 -420 150 -620Z', coat) +
    shape('M-85 -560C-125 -400 -125 -260 -70 -170Q0 -130 70 -170C125 -260 125 -400 85 -560Z', form.belly) +
    shape('M-34 -300H34V-8H-34Z', darken(coat, 0.07)) +
    shape(
      'M-118 -330C-128 -190 -128 -90 -118 -20H-22C-14 -100 -16 -210 -26 -330ZM118 -330C128 -190 128 -90 118 -20H22C14 -100 16 -210 26 -330Z',
      lighten(coat, 0.025),
    ) +
    ellipse(-74, -24, 66, 36, paw) +
    ellipse(74, -24, 66, 36, paw) +
    line('M-92 -38v26M-58 -38v26M58 -38v26M92 -38v26', darken(coat, 0.2), 7) +
    glyphAt(form.glyph, 0, -500, FACE_HEIGHTS[form.glyph] ?? 500, unique)
  );
}

export function beingSvg(being: BeingForm['being'], unique: string): string {
  switch (being) {
    case 'robot':
      return robotSvg(unique);
    case 'alien':
      return alienSvg(unique);
    case 'astronaut':
      return astronautSvg(unique);
    case 'firefly':
      return fireflySvg();
    case 'ghost':
    case 'snowman':
      return glyphAt(being, 0, 0, 1000, unique);
  }
}

function robotSvg(unique: string): string {
  const steel = '#9fb4c7';
  const dark = darken(steel, 0.12);
  const joint = darken(steel, 0.2);
  return (
    shape('M-70 -190H-20V-40H-70ZM20 -190H70V-40H20Z', dark) +
    rect(-120, -50, 112, 50, joint, { rx: 24 }) +
    rect(8, -50, 112, 50, joint, { rx: 24 }) +
    line('M-150 -470C-235 -420 -250 -330 -240 -270M150 -470C235 -420 250 -330 240 -270', dark, 52) +
    circle(-238, -240, 42, joint) +
    circle(238, -240, 42, joint) +
    rect(-165, -530, 330, 370, steel, { rx: 70 }) +
    rect(-165, -530, 150, 370, '#ffffff', { rx: 70, opacity: 0.12 }) +
    rect(-95, -450, 190, 130, '#dfe8ef', { rx: 26 }) +
    circle(-50, -385, 22, '#ff6a5b') +
    circle(0, -385, 22, '#ffd35c') +
    circle(50, -385, 22, '#5bd08a') +
    rect(-60, -560, 120, 50, dark) +
    glyphAt('robot', 0, -540, 460, unique)
  );
}

/** A beetle with open wings and a lantern for a tail, hovering; its light is laid over the picture elsewhere. */
function fireflySvg(): string {
  const back = '#4a3b3f';
  return (
    ellipse(-230, -560, 210, 95, '#e6f2ff', { opacity: 0.75, transform: 'rotate(24 -230 -560)' }) +
    ellipse(230, -560, 210, 95, '#e6f2ff', { opacity: 0.75, transform: 'rotate(-24 230 -560)' }) +
    ellipse(0, -250, 150, 210, '#ffdf4f') +
    ellipse(-30, -290, 70, 110, '#fff6c0', { opacity: 0.8 }) +
    shape('M-160 -400C-170 -620 170 -620 160 -400C100 -350 -100 -350 -160 -400Z', back) +
    line('M0 -560V-370', lighten(back, 0.12), 14) +
    circle(0, -690, 150, lighten(back, 0.06)) +
    line('M-60 -810Q-110 -930 -190 -940M60 -810Q110 -930 190 -940', back, 22) +
    circle(-196, -942, 26, '#ffdf4f') +
    circle(196, -942, 26, '#ffdf4f') +
    ellipse(-58, -700, 36, 46, '#ffffff') +
    ellipse(58, -700, 36, 46, '#ffffff') +
    circle(-50, -694, 20, '#2a2230') +
    circle(50, -694, 20, '#2a2230') +
    line('M-40 -620q40 34 80 0', '#ffd9c0', 14)
  );
}

function alienSvg(unique: string): string {
  const skin = '#a9b8bd';
  return (
    line('M-60 -230L-80 -40M60 -230L80 -40', darken(skin, 0.06), 56) +
    ellipse(-96, -26, 74, 30, darken(skin, 0.12)) +
    ellipse(96, -26, 74, 30, darken(skin, 0.12)) +
    line(
      'M-110 -430C-190 -380 -205 -310 -190 -250M110 -430C190 -400 240 -440 250 -500',
      darken(skin, 0.06),
      46,
    ) +
    circle(-190, -236, 34, skin) +
    circle(252, -516, 34, skin) +
    shape('M-125 -480C-175 -330 -150 -190 0 -180C150 -190 175 -330 125 -480Z', '#3f9a8f') +
    line('M-40 -300Q0 -270 40 -300', '#e8f7f0', 12) +
    glyphAt('alien', 0, -430, 570, unique)
  );
}

function astronautSvg(unique: string): string {
  const suit = '#dfe3ea';
  const trim = '#6b7488';
  return (
    shape('M-150 -330L-165 -40H-20L-10 -250H10L20 -40H165L150 -330Z', suit) +
    shape('M40 -330L60 -40H165L150 -330Z', '#c4cad6') +
    rect(-180, -62, 168, 62, trim, { rx: 28 }) +
    rect(12, -62, 168, 62, trim, { rx: 28 }) +
    line('M-215 -470C-300 -420 -315 -330 -300 -270M215 -470C300 -420 315 -330 300 -270', suit, 84) +
    circle(-298, -240, 48, trim) +
    circle(298, -240, 48, trim) +
    glyphAt('astronaut', 0, -270, 730, unique)
  );
}
