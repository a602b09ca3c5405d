import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import { NOTHING } from '#jobs/ports/calls/call-estimate.ts';
import { type Asked, notTheProtocol } from '#jobs/providers/openai/call/answer-faults.ts';
import { callByClient } from '#jobs/providers/openai/call/client-call.ts';
import type { ServerSettings } from '#jobs/providers/openai/settings/settings.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/** Longest piece of text in one request, UTF-16 units. */
const LONGEST_PIECE = 4000;
const MOST_PIECES = 32;

/** What a category is called when it is said to the author. */
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  harassment: 'insults',
  'harassment/threatening': 'threats',
  hate: 'hatred of a group of people',
  'hate/threatening': 'threats against a group of people',
  illicit: 'advice on breaking the law',
  'illicit/violent': 'advice on violent crime',
  'self-harm': 'self-harm',
  'self-harm/intent': 'self-harm',
  'self-harm/instructions': 'self-harm',
  sexual: 'sexual content',
  'sexual/minors': 'sexual content about minors',
  violence: 'violence',
  'violence/graphic': 'graphic violence',
};

/** Which text is checked, as the author is told about it. */
export type ModeratedText = 'story' | 'script';

/**
 * Passes texts through moderation, which is free of charge. Returns when nothing is flagged. Throws
 * `story_flagged` or `script_flagged` (not worth another try) with what was found, and the faults of every
 * call when the server cannot be asked.
 */
export async function moderate(
  settings: ServerSettings,
  what: ModeratedText,
  texts: readonly string[],
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<void> {
  const pieces = texts.flatMap(piecesOf);
  const found = new Set<string>();
  for (let index = 0; index < pieces.length; index += MOST_PIECES) {
    for (const category of await flagged(
      settings,
      pieces.slice(index, index + MOST_PIECES),
      dependencies,
      signal,
    )) {
      found.add(CATEGORY_NAMES[category] ?? category.replace(/[^\w/ -]/g, ''));
    }
  }
  if (found.size > 0) throw flaggedFault(what, [...found]);
}

function flagged(
  settings: ServerSettings,
  input: string[],
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<string[]> {
  const asked: Asked = { capability: 'moderation', settings };
  return callByClient(
    {
      asked,
      purpose: 'moderation',
      input: JSON.stringify(input),
      estimate: NOTHING,
      ask: async (client, options) => {
        const answer: unknown = await client.moderations.create({ model: settings.model, input }, options);
        return readCategories(answer, asked);
      },
      costOf: () => 0,
    },
    dependencies,
    signal,
  );
}

function readCategories(answer: unknown, asked: Asked): string[] {
  const isListed = typeof answer === 'object' && answer !== null && 'results' in answer;
  if (!isListed || !Array.isArray(answer.results)) throw notTheProtocol(asked);
  return answer.results.flatMap((result: { flagged?: unknown; categories?: unknown }) => {
    if (result?.flagged !== true) return [];
    const categories = Object.entries(result.categories ?? {})
      .filter(([, isFound]) => isFound === true)
      .map(([category]) => category);
    return categories.length > 0 ? categories : ['something that its rules do not allow'];
  });
}

/** Cuts a long text at paragraphs or sentences where it can. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > LONGEST_PIECE) {
    const window = rest.slice(0, LONGEST_PIECE);
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf('. ') + 1);
    const end = at > LONGEST_PIECE / 2 ? at : LONGEST_PIECE;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function flaggedFault(what: ModeratedText, found: readonly string[]): StoryError {
  return new StoryError({
    code: `${what}_flagged`,
    message:
      what === 'story'
        ? `We cannot make a film of this story: the safety check found ${listed(found)} in it.`
        : `The script that was written cannot be filmed: the safety check found ${listed(found)} in it.`,
    hint: 'Many stories can be told with a gentler turn: change the passages in question and try again.',
    retryable: false,
  });
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
