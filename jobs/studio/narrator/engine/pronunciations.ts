/** Remembers how words sound alone, so that each is looked up once for each thread. */
import { pronounce } from './flite';

const REMEMBERED_WORDS = 20_000;
const phonesByWord = new Map<string, string[]>();

/** The phones of every word, in order. */
export async function pronunciations(words: string[]): Promise<string[][]> {
  const unknown = [...new Set(words)].filter((word) => !phonesByWord.has(word));
  const found = await pronounce(unknown);
  if (phonesByWord.size + unknown.length > REMEMBERED_WORDS) phonesByWord.clear();
  const fresh = new Map(unknown.map((word, index) => [word, found[index] ?? []]));
  const phones = words.map((word) => fresh.get(word) ?? phonesByWord.get(word) ?? []);
  for (const [word, sounds] of fresh) phonesByWord.set(word, sounds);
  return phones;
}
