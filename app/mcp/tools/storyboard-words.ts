/** Storyboards and plans as a model is told of them, in lines. Pure. */
import type { AnswerOf } from '#app/mcp/site-access.ts';
import { spokenLength } from '#app/shell/length-words.ts';

type Board = AnswerOf<'readStoryboard'>;
type Scene = Omit<Board['scenes'][number], 'reading'>;
type Plan = AnswerOf<'readPlan'>;

export function boardWords({
  title,
  revision,
  scenes,
  isEdited,
}: Omit<Board, 'scenes'> & { scenes: readonly Scene[] }): string {
  const lines = [
    `“${title}”, revision ${revision}, ${scenes.length} ${scenes.length === 1 ? 'scene' : 'scenes'}.`,
    ...scenes.map(sceneWords),
    isEdited
      ? 'It differs from the film. Next: plan_film tells what making it would cost; update_film makes it.'
      : 'It is what the film is made of.',
  ];
  return lines.join('\n');
}

/** Numbered from 1, as people count. */
export function sceneWords(scene: Scene): string {
  const { id, position, narration, imagePrompt, picture, voiceState, pictureState, lengthMs, fault } = scene;
  const seen = picture.from === 'drawn' ? imagePrompt || 'drawn from the words' : `(${picture.from})`;
  const lines = [
    `${position + 1}. (${id}, ${spokenLength(lengthMs)}) ${narration}`,
    `   Seen: ${seen}`,
    `   Voice ${voiceState}, picture ${pictureState}.${fault ? ` ${fault.message} ${fault.hint}` : ''}`,
  ];
  return lines.join('\n');
}

export function planWords({ lines, staying, film, seconds, cost, refusal }: Plan): string {
  const told = [
    ...lines.map(({ what, position, reason }) => `- Scene ${position + 1}, ${what}: ${reason}`),
    ...(film ? ['- The film is put together anew.'] : []),
  ];
  if (told.length === 0) return 'Nothing would be made: the film is as its storyboard says.';
  return [
    ...told,
    `${staying} scenes stay as they are. It takes about ${Math.ceil(seconds)} s and costs ${cost ?? 'nothing'}.`,
    ...(refusal ? [`It may not be made: ${refusal.message} ${refusal.hint}`] : []),
  ].join('\n');
}
