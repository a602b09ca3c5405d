/**
 * What a film's own file says of where it comes from. It travels with the film, so that nothing is in it that is its
 * author's alone: no word of the story, no prompt, no price, no name of a file. Pure.
 */
import type { Part, Provenance } from './provenance-file';
import type { SourceType } from './source-type';

export interface FilmClaim {
  /** Of the whole film. */
  sourceType: SourceType;
  /** What made it, each engine once for each kind of work. */
  engines: { makes: Part['what']; name: string; model: string; sourceType: string | null }[];
  /** What its author brought along, as people would call it. */
  brought: string[];
}

export function filmClaim({ film, parts }: Provenance): FilmClaim {
  const engines = new Map<string, FilmClaim['engines'][number]>();
  for (const { by, what, provider, model, sourceType } of parts) {
    if (by !== 'engine' || provider === null || model === null) continue;
    engines.set(`${what} ${provider} ${model}`, { makes: what, name: provider, model, sourceType });
  }
  return {
    sourceType: film.sourceType,
    engines: [...engines.values()],
    brought: parts.filter(({ by }) => by === 'author').map(broughtName),
  };
}

function broughtName({ what, scene }: Part): string {
  return scene === null ? `The author’s ${what}` : `The author’s ${what} of scene ${scene}`;
}
