/**
 * Every option of a film, each once, in the order of the form: the one file to change for another one (see
 * `docs/recipes/add-an-option.md`). Holds no zod, so that the form can read it in the browser.
 */
import { MOST_ASKED_SCENES } from '#jobs/story/budget/scene-lengths.ts';
import type { CaptionStyle, Encoding, FormatName, Transition } from '#remotion/contract/story-props.ts';
import { choice, type Registry } from './option';
import { SOUND_OPTIONS } from './sound-options';
import { WRITING_OPTIONS } from './writing-options';

const MAX_END_CARD_CHARACTERS = 60;

export const OPTIONS = {
  ...WRITING_OPTIONS,
  style: choice({
    legend: 'Pictures',
    noun: 'picture style',
    help: 'how pictures look; `auto` follows what kind of telling it is and its mood',
    choices: {
      auto: ['Match the story', 'Each kind has its own look'],
      papercut: ['Papercut', 'Layers with soft shadows'],
      watercolor: ['Watercolor', 'Washes on rough paper'],
      gouache: ['Gouache', 'Flat, painted colour'],
      neon: ['Neon', 'A city after dark'],
      silhouette: ['Silhouette', 'Shapes against the light'],
    },
    usual: 'auto',
    offer: 'always',
    feeds: ['picture'],
    costs: 'nothing',
  }),
  /** Which of them a picture model knows is its own affair; left open for the operator's setting. */
  quality: choice({
    legend: 'Picture quality',
    noun: 'picture quality',
    help: 'how finely a connected picture model paints, where it knows qualities',
    choices: {
      low: ['Low', ''],
      medium: ['Medium', ''],
      high: ['High', ''],
      xhigh: ['Very high', ''],
      max: ['Highest', ''],
      auto: ['As the model likes', ''],
    },
    usual: null,
    look: 'pills',
    offer: 'picture-qualities',
    // The picture model's identity carries it.
    feeds: [],
    costs: 'pictures',
  }),
  format: choice<FormatName, '9:16'>({
    legend: 'Format',
    noun: 'format',
    help: 'shape of the film',
    choices: {
      '9:16': ['Tall', 'Reels, Shorts, TikTok'],
      '1:1': ['Square', 'Feeds'],
      '16:9': ['Wide', 'YouTube, television'],
    },
    usual: '9:16',
    offer: 'always',
    feeds: ['picture', 'segment'],
    costs: 'pictures',
  }),
  motion: choice({
    legend: 'Movement',
    noun: 'kind of movement',
    help: 'what moves: the camera over still pictures, or the pictures themselves (`animated`), where a picture-to-video model is connected',
    choices: { camera: ['The camera', ''], animated: ['The pictures themselves', ''] },
    usual: 'camera',
    look: 'pills',
    offer: 'motion-model',
    // The moving picture's name carries it.
    feeds: [],
    costs: 'pictures',
  }),
  captions: choice<CaptionStyle, 'pop'>({
    legend: 'Captions',
    noun: 'caption style',
    help: 'how captions look',
    choices: {
      pop: ['Pop', 'A few bold words at a time'],
      karaoke: ['Karaoke', 'The line fills as it is read'],
      subtle: ['Subtle', 'Quiet, below the picture'],
      big: ['Big', 'One word fills the screen'],
    },
    usual: 'pop',
    offer: 'always',
    feeds: ['segment'],
    costs: 'nothing',
  }),
  /** The files beside a film have them either way. */
  burnIn: choice<'on' | 'off', 'on'>({
    legend: 'Captions in the picture',
    noun: 'place of captions',
    help: 'whether captions stand in the picture (`on`), or in the files beside the film alone (`off`)',
    choices: { on: ['In the picture', ''], off: ['In files alone', ''] },
    usual: 'on',
    look: 'pills',
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'nothing',
  }),
  captionLanguage: {
    kind: 'language',
    legend: 'Language of the captions',
    noun: 'language of captions',
    help: 'of the captions; `auto` for that of the story, and a writing model has to be connected for any other',
    usual: 'auto',
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'script',
  },
  ...SOUND_OPTIONS,
  /** Left open it fades, as in films of before; a new film's script says it. */
  transition: choice<Transition, null>({
    legend: 'Transition',
    noun: 'transition',
    help: 'how one scene gives way to the next',
    choices: { cut: ['Cut', ''], fade: ['Fade', ''], slide: ['Slide', ''], whip: ['Whip', ''] },
    usual: null,
    shown: '',
    look: 'pills',
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'nothing',
  }),
  /** Left open in films of before, whose pictures are never cut into. */
  cuts: choice<'lively' | 'calm', null>({
    legend: 'Cuts',
    noun: 'pace of cuts',
    help: '`lively` cuts to another framing of a picture every few seconds, `calm` lets it stand',
    choices: { lively: ['Lively', ''], calm: ['Calm', ''] },
    usual: null,
    shown: '',
    look: 'pills',
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'nothing',
  }),
  titleCard: choice({
    legend: 'Title card',
    noun: 'title card',
    help: 'whether the film opens with its title',
    choices: { on: ['Shown', ''], off: ['None', ''] },
    usual: 'on',
    look: 'pills',
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'nothing',
  }),
  endCard: {
    kind: 'words',
    legend: 'End card',
    noun: 'end card',
    help: 'what stands over the end of the film, such as “Part two tomorrow”',
    most: MAX_END_CARD_CHARACTERS,
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'nothing',
  },
  encoding: choice<Encoding, 'standard'>({
    legend: 'Film file',
    noun: 'encoding',
    help: 'how the film is encoded: `draft` is small and quick, `high` is for further editing',
    choices: {
      draft: ['Draft', 'Small and quick'],
      standard: ['Standard', 'To be watched'],
      high: ['High', 'For further editing'],
    },
    usual: 'standard',
    look: 'pills',
    offer: 'on-request',
    feeds: ['segment'],
    costs: 'nothing',
  }),
  /** What happens once the storyboard is written. */
  review: choice({
    legend: 'Look first',
    noun: 'way of going on',
    help: '`storyboard` stops once the storyboard is written, and waits for you to go on',
    choices: { none: ['Make the film', ''], storyboard: ['Storyboard first', ''] },
    usual: 'none',
    look: 'pills',
    offer: 'on-request',
    feeds: [],
    costs: 'nothing',
  }),
  scenes: {
    kind: 'count',
    legend: 'Scenes',
    noun: 'number of scenes',
    help: 'how many there are to be',
    least: 1,
    most: MOST_ASKED_SCENES,
    offer: 'on-request',
    feeds: ['script'],
    costs: 'pictures',
  },
} as const satisfies Registry;

export type OptionName = keyof typeof OPTIONS;
