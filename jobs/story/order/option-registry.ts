/**
 * Every option of a film, each once, in the order of the form: the one file to change for another one (see
 * `docs/recipes/add-an-option.md`). Holds no zod, so that the form can read it in the browser.
 */
import { MOST_ASKED_SCENES } from '#jobs/story/budget/scene-lengths.ts';
import type { CaptionStyle, FormatName, Transition } from '#remotion/contract/story-props.ts';
import { choice, type Registry, type Words } from './option';
import { USUAL_VOICE, VOICE_DESCRIPTIONS, type VoiceChoice } from './voices';
import { WRITING_OPTIONS } from './writing-options';

/** Longest description of how a voice is to sound, in characters as people count them. */
export const MAX_TONE_CHARACTERS = 300;
const MAX_END_CARD_CHARACTERS = 60;

function voiceWords(voice: VoiceChoice): Words {
  const { label, description } = VOICE_DESCRIPTIONS[voice];
  return [label, description];
}

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
  /** A connected speech service's voices are chosen by the same name: see `speech-service.ts`. */
  voice: choice({
    legend: 'Voice',
    noun: 'voice',
    help: 'who tells it, or one of the connected speech service’s voices by its own name',
    choices: {
      rms: voiceWords('rms'),
      slt: voiceWords('slt'),
      awb: voiceWords('awb'),
      espeak: voiceWords('espeak'),
      none: voiceWords('none'),
    },
    usual: USUAL_VOICE,
    offer: 'always',
    feeds: ['voice'],
    costs: 'voices',
    group: 'voice',
  }),
  voiceTone: {
    kind: 'words',
    legend: 'How it should sound',
    noun: 'description of the voice',
    help: 'how that service’s voice should sound, where its model takes such words',
    most: MAX_TONE_CHARACTERS,
    offer: 'tone-taking-voice',
    // The speech service's identity carries it.
    feeds: [],
    costs: 'nothing',
    group: 'voice',
  },
  /** How fast the voice speaks, or captions without a voice go on. */
  speed: choice({
    legend: 'Pace',
    noun: 'speed',
    help: 'how fast it is told; `auto` is slow for what is calm and tender, brisk for lists and advertisements',
    choices: {
      auto: ['Match the story', ''],
      slow: ['Slow', ''],
      normal: ['Natural', ''],
      fast: ['Brisk', ''],
    },
    usual: 'auto',
    offer: 'always',
    feeds: ['voice'],
    costs: 'voices',
    group: 'voice',
  }),
  language: {
    kind: 'language',
    legend: 'Language',
    noun: 'language',
    help: 'of the story',
    usual: 'auto',
    offer: 'always',
    // What they take is the story's language, which is found where none is chosen: see `storyLanguage`.
    feeds: ['script', 'voice', 'segment'],
    costs: 'nothing',
    group: 'voice',
  },
  music: choice({
    legend: 'Music',
    noun: 'music',
    help: 'its mood; `auto` follows the story, `own` is the file sent along in the form',
    choices: {
      auto: ['Match the story', ''],
      none: ['None', ''],
      own: ['My own file', ''],
      calm: ['Calm', ''],
      joyful: ['Joyful', ''],
      magical: ['Magical', ''],
      sad: ['Sad', ''],
      tense: ['Tense', ''],
      adventurous: ['Adventurous', ''],
      mysterious: ['Mysterious', ''],
      playful: ['Playful', ''],
      tender: ['Tender', ''],
    },
    usual: 'auto',
    look: 'pills',
    offer: 'always',
    feeds: ['film'],
    costs: 'nothing',
  }),
  musicLevel: choice({
    legend: 'Loudness of the music',
    noun: 'loudness of the music',
    help: 'how loud the music is under the story',
    choices: { quiet: ['Quiet', ''], normal: ['Normal', ''], loud: ['Loud', ''] },
    usual: 'normal',
    look: 'pills',
    offer: 'on-request',
    feeds: ['film'],
    costs: 'nothing',
  }),
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
