/** The colours of forms: each look of films in four tempers. */
import type { FormStyle, Temper } from '../../contract/forms';

export interface FormPalette {
  /** Of the ground, from top to bottom. */
  ground: readonly [string, string];
  /** Text. */
  ink: string;
  /** What is to be seen first. */
  accent: string;
  /** Shapes of the ground, and what stands beside the accent. */
  second: string;
  /** What text may stand on. */
  card: string;
}

const colours = (top: string, bottom: string, ink: string, accent: string, second: string, card: string) => ({
  ground: [top, bottom] as const,
  ink,
  accent,
  second,
  card,
});

const PALETTES: Readonly<Record<FormStyle, Readonly<Record<Temper, FormPalette>>>> = {
  papercut: {
    bright: colours('#fff3dd', '#ffd9a8', '#3a2318', '#cf3f1b', '#1f7a74', '#fffaf0'),
    tender: colours('#fdeee6', '#f6cfc4', '#4a2b33', '#b93a5e', '#7b8f5c', '#fff8f4'),
    sober: colours('#efe8dc', '#d6cdbd', '#2c2a2b', '#9a3b26', '#41606b', '#faf6ee'),
    dark: colours('#2b2331', '#16121d', '#f6ead9', '#ff8a58', '#5f9d93', '#3a3042'),
  },
  watercolor: {
    bright: colours('#fefcf6', '#cfeaf0', '#20405a', '#c9513a', '#3a9188', '#ffffff'),
    tender: colours('#fffaf5', '#f3d9e2', '#503a4d', '#b04a6b', '#8a9bc4', '#ffffff'),
    sober: colours('#f7f6f2', '#cdd6da', '#2a3640', '#8d4f32', '#557a8c', '#ffffff'),
    dark: colours('#31435a', '#16202f', '#eef3f6', '#f0b35f', '#7fb4c9', '#3c5069'),
  },
  gouache: {
    bright: colours('#ffd95c', '#ffb04f', '#23224f', '#b3162c', '#1b5faa', '#fff3cf'),
    tender: colours('#f9d3ce', '#efb3ae', '#3c2346', '#8c234f', '#3f6d7d', '#ffe9e3'),
    sober: colours('#d3cebd', '#b3ad9b', '#22262c', '#7d2413', '#2e5363', '#e9e4d5'),
    dark: colours('#20264d', '#0f1230', '#ffe9c2', '#ff7469', '#49b0c4', '#2f376b'),
  },
  neon: {
    bright: colours('#1c1147', '#3a0f5c', '#ffffff', '#ff63b5', '#25e2ff', '#2b1a63'),
    tender: colours('#241642', '#4a1d56', '#ffeefc', '#ff9bce', '#9fb4ff', '#35215f'),
    sober: colours('#0d1b2e', '#14283f', '#e8f6ff', '#4fd0ff', '#ffb84d', '#183149'),
    dark: colours('#0a0612', '#1d0a24', '#fbeaff', '#ff5c86', '#7d5bff', '#2d1c42'),
  },
  silhouette: {
    bright: colours('#ffc575', '#ff9472', '#2a1030', '#7a1446', '#ffe9bd', '#ffe0ae'),
    tender: colours('#f9c5b4', '#e2a0b6', '#2b1a35', '#701f52', '#fff0e6', '#fbdccf'),
    sober: colours('#b9c6cf', '#8496a5', '#10181f', '#6b2418', '#e8edf0', '#d3dce2'),
    dark: colours('#1b2440', '#090d1a', '#f2ecdc', '#f2b64c', '#5f7fc9', '#27325a'),
  },
};

export function formPalette(style: FormStyle, temper: Temper): FormPalette {
  return PALETTES[style][temper];
}

/** Whether the ground is darker than what stands on it. */
export function isDarkGround(style: FormStyle, temper: Temper): boolean {
  return style === 'neon' || temper === 'dark';
}
