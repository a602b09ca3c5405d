/** Who tells a film. */
import type { VideoOptions } from '#jobs/story/order/options.ts';

/**
 * `service-or-builtin` is the connected speech service, which may be paid for, or a built-in voice where there
 * is none; `system` is the machine's own espeak-ng, free of charge; `none` leaves the story to be read.
 */
export type SpeakerKind = 'service-or-builtin' | 'system' | 'none';

/** Who speaks the scenes of a film with these options. */
export function speakerKindOf({ voice }: Pick<VideoOptions, 'voice'>): SpeakerKind {
  if (voice === 'none') return 'none';
  return voice === 'espeak' ? 'system' : 'service-or-builtin';
}
