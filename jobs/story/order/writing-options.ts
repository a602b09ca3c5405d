/** The options of what is told, and of films whose words a model writes: the registry's first entries. Holds no zod, as the registry. */
import { TARGET_SECONDS, type Tone, USUAL_SECONDS, type WritingMode } from '#jobs/story/budget/film-plan.ts';
import { choice, type Registry } from './option';
import { TREATMENTS, type Treatment } from './treatments';

export const WRITING_OPTIONS = {
  writing: choice<WritingMode, null>({
    legend: 'Words',
    noun: 'way of writing',
    help: 'whether a writing model keeps your words or tells the film in its own',
    choices: {
      'keep-my-words': ['Keep my words', 'Cut into scenes, not changed'],
      'write-for-me': ['Write it for me', 'An idea is enough'],
    },
    usual: null,
    shown: 'keep-my-words',
    offer: 'writing-model',
    feeds: ['script'],
    costs: 'script',
    group: 'words',
  }),
  seconds: {
    kind: 'seconds',
    legend: 'Length',
    noun: 'length',
    help: 'length of a film that the model writes, in seconds',
    choices: TARGET_SECONDS,
    shown: String(USUAL_SECONDS),
    look: 'pills',
    offer: 'writing-model',
    feeds: ['script'],
    costs: 'script',
    group: 'words',
  },
  tone: choice<Tone, null>({
    legend: 'Tone',
    noun: 'tone',
    help: 'how the model tells it',
    choices: {
      auto: ['Match the story', ''],
      warm: ['Warm', ''],
      funny: ['Funny', ''],
      dramatic: ['Dramatic', ''],
      calm: ['Calm', ''],
      spooky: ['Spooky', ''],
      inspiring: ['Inspiring', ''],
    },
    usual: null,
    shown: 'auto',
    look: 'pills',
    offer: 'writing-model',
    feeds: ['script'],
    costs: 'nothing',
    group: 'words',
  }),
  treatment: choice<Treatment | 'auto', null>({
    legend: 'Told as',
    noun: 'treatment',
    help: 'what kind of telling it is, which decides the forms that its scenes take',
    choices: { auto: ['Match the story', ''], ...TREATMENTS },
    usual: null,
    shown: 'auto',
    look: 'pills',
    offer: 'always',
    feeds: ['script'],
    costs: 'nothing',
  }),
} as const satisfies Registry;
