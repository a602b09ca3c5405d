/** `POST /moderations`: nothing is flagged but on demand. */
import { type Answer, jsonAnswer } from './answer';
import type { ServerFault } from './fault-plan';

const CATEGORIES = [
  'harassment',
  'hate',
  'self-harm',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
];

export function answerModeration({ input }: Record<string, unknown>, fault: ServerFault | null): Answer {
  const flagged = fault?.kind === 'flag' ? fault.categories : [];
  const texts = Array.isArray(input) ? input : [input];
  return jsonAnswer({
    id: 'modr-test',
    model: 'omni-moderation-latest',
    results: texts.map((_, index) => ({
      flagged: index === 0 && flagged.length > 0,
      categories: Object.fromEntries(CATEGORIES.map((name) => [name, index === 0 && flagged.includes(name)])),
      category_scores: Object.fromEntries(CATEGORIES.map((name) => [name, 0])),
    })),
  });
}
