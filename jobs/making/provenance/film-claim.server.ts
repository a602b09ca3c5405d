/** What a film that was just made is to say of itself. */
import type { Production } from '#jobs/making/production.server.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { type FilmClaim, filmClaim } from '#jobs/story/provenance/film-claim.ts';
import { provenanceOf } from '#jobs/story/provenance/provenance.ts';
import { readArrivedOrigins } from './arrived-origins.server';

export async function claimOf(
  production: Production,
  { storage, context }: Pick<StepTools, 'storage' | 'context'>,
): Promise<FilmClaim> {
  const { video } = production;
  const [[made, scriptOrigin], arrived] = await Promise.all([
    production.origins(),
    readArrivedOrigins(storage, video.id),
  ]);
  const origins = new Map([...arrived, ...made]);
  // When something was made is no part of the claim.
  return filmClaim(provenanceOf({ video, context, origins, scriptOrigin, keptAt: () => null }, null));
}
