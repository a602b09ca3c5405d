/** The options of a film that are heard: a part of the registry, see `option-registry.ts`. Holds no zod, as the registry. */
import { choice, type Registry, type Words } from './option';
import { USUAL_VOICE, VOICE_DESCRIPTIONS, type VoiceChoice } from './voices';

/** Longest description of how a voice is to sound, in characters as people count them. */
export const MAX_TONE_CHARACTERS = 300;

function voiceWords(voice: VoiceChoice): Words {
  const { label, description } = VOICE_DESCRIPTIONS[voice];
  return [label, description];
}

export const SOUND_OPTIONS = {
  /** A connected speech service's voices are chosen by the same name: see `speech-service.ts`. */
  voice: choice({
    legend: 'Voice',
    noun: 'voice',
    help: 'who tells it, or a voice of the connected speech service or of this machine by its own name',
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
  /** Who has which voice is found with the script, and stands in the options' `speakers`. */
  quotedLines: choice({
    legend: 'Quoted lines',
    noun: 'way of saying quoted lines',
    help: 'who says what stands in quotation marks: the narrator, or a voice for each speaker of the story (`cast`)',
    choices: { narrator: ['The narrator', ''], cast: ['A voice for each speaker', ''] },
    usual: 'narrator',
    look: 'pills',
    offer: 'always',
    feeds: [],
    costs: 'nothing',
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
    help: 'how fast it is told',
    choices: { slow: ['Slow', ''], normal: ['Natural', ''], fast: ['Brisk', ''] },
    usual: 'normal',
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
} as const satisfies Registry;
