/** Where a film comes from: derived from rows, kept nowhere. Pure. */
import { type PartSource, partsOf } from './film-parts';
import {
  type Part,
  PROVENANCE_FORMAT,
  PROVENANCE_VERSION,
  type Provenance,
  type Signatory,
} from './provenance-file';
import { filmSourceType, isMadeWithAi } from './source-type';

/** @param signedBy in whose name the film’s file is signed; null for nobody */
export function provenanceOf(source: PartSource, signedBy: Signatory | null): Provenance {
  const { title, filmHash, completedAt } = source.video;
  const parts = partsOf(source);
  const sourceType = filmSourceType(parts.filter(isTelling).map((part) => part.sourceType));
  return {
    format: PROVENANCE_FORMAT,
    version: PROVENANCE_VERSION,
    title,
    film: {
      hash: filmHash,
      finishedAt: completedAt?.toISOString() ?? null,
      ...{ sourceType, isMadeWithAi: isMadeWithAi(sourceType), signedBy },
    },
    parts,
  };
}

/** Whether a part tells what the whole film is: what is seen and spoken, and all that was brought along. */
function isTelling({ what, by }: Part): boolean {
  return by === 'author' || (what !== 'music' && what !== 'script');
}
