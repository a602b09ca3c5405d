/** A story in text messages as scenes of a few messages each. */

import { narrationOf } from '#jobs/story/film/form/scene-form.ts';
import { readingMs } from '#jobs/story/film/reading-times.ts';
import type { FormOf, Message } from '#remotion/contract/forms.ts';
import { type ChatLine, chatLines } from './chat-lines';

/** As long as a scene's messages together take to read at most, ms. */
const LONGEST_MS = 6500;
const MOST_MESSAGES = 3;
/** Messages of before that stay in sight. */
const KEPT = 3;
/** Who tells a chat is called so; else it is who writes first. */
const SELF = /^(?:me|i|myself|ich|yo|moi|eu|io|मैं|私|俺|僕|أنا|나|我)$/iu;

export interface ChatScene {
  narration: string;
  /** Absent for what is told between messages. */
  form?: FormOf<'chat'>;
}

/** The scenes of a chat; lines that are nobody's message are scenes of their own. */
export function chatScenes(story: string): ChatScene[] {
  const lines = chatLines(story);
  const own =
    lines.find(({ who }) => who !== null && SELF.test(who))?.who ?? lines.find(({ who }) => who)?.who;
  const scenes: ChatScene[] = [];
  const earlier: Message[] = [];
  let run: Message[] = [];
  const end = () => {
    if (run.length === 0) return;
    scenes.push({
      narration: narrationOf(run),
      form: { kind: 'chat', earlier: earlier.slice(-KEPT), messages: run },
    });
    earlier.push(...run);
    run = [];
  };
  for (const line of lines) {
    if (line.who === null) {
      end();
      scenes.push({ narration: line.text });
      continue;
    }
    const message = messageOf(line, line.who, own ?? '');
    const together = readingMs(narrationOf([...run, message]));
    if (run.length >= MOST_MESSAGES || (run.length > 0 && together > LONGEST_MS)) end();
    run.push(message);
  }
  end();
  return scenes;
}

function messageOf({ text, time }: ChatLine, who: string, own: string): Message {
  return { who, text, side: who === own ? 'right' : 'left', ...(time && { time }) };
}
