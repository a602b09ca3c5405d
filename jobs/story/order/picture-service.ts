/** What a connected picture model offers for a film. */
import type { PictureQuality, VideoOptions } from './options';

/** A picture model as the form shows it. */
export interface PictureService {
  model: string;
  /** Qualities that it knows, from the plainest; empty where it knows none. */
  qualities: readonly PictureQuality[];
  /** Which of them holds where none is chosen. */
  usualQuality: PictureQuality;
}

/** Why a quality cannot be had; the same form as the issues of a draft. */
export interface QualityIssue {
  code: string;
  message: string;
  hint: string;
}

/** The reason why pictures of that quality cannot be had here, or null. */
export function checkQuality(
  { quality }: Pick<VideoOptions, 'quality'>,
  service: PictureService | null,
): QualityIssue | null {
  if (!quality || service?.qualities.includes(quality)) return null;
  if (!service || service.qualities.length === 0) {
    return {
      code: 'quality_unavailable',
      message: service
        ? `The quality of pictures cannot be chosen: “${service.model}” knows no qualities.`
        : 'The quality of pictures cannot be chosen: no picture model is connected, and the built-in studio knows one alone.',
      hint: 'Leave the quality out. If this page offered it, the settings have changed since; load the page again.',
    };
  }
  return {
    code: 'quality_not_offered',
    message: `Pictures of the quality “${quality}” cannot be had: “${service.model}” does not know it.`,
    hint: `Choose one of: ${service.qualities.join(', ')}. If this page offered it, the settings have changed since; load the page again.`,
  };
}
