/** Who tells a film. */
import type { VideoOptions } from '#jobs/story/order/options.ts';
import type { ProviderIdentity } from './provider-identity';

/**
 * `service-or-builtin` is the connected speech service, which may be paid for, or a built-in voice where there
 * is none; `system` is the machine's own espeak-ng and `local` a voice that is installed on it, free of charge;
 * `none` leaves the story to be read.
 */
export type SpeakerKind = 'service-or-builtin' | 'system' | 'local' | 'none';

/** Who speaks the scenes of a film with these options. */
export function speakerKindOf({
  voice,
  localVoice,
}: Pick<VideoOptions, 'voice' | 'localVoice'>): SpeakerKind {
  if (localVoice !== undefined) return 'local';
  if (voice === 'none') return 'none';
  return voice === 'espeak' ? 'system' : 'service-or-builtin';
}

/** Raised when the treatment of local voices' sound changes, so that narration is spoken anew. */
const LOCAL_VERSION = 1;

/** What an installed voice's speech is named after. */
export function localIdentity(localVoice: string): ProviderIdentity {
  return { name: 'local', model: `${localVoice}-${LOCAL_VERSION}` };
}
