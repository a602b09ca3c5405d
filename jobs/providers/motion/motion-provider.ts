/** A picture-to-video server, which lets pictures move by themselves. */
import type { Provider, ReadProvider } from '#jobs/ports/provider.ts';
import { type MotionSettings, readMotionSettings } from './motion-settings';

/** Reads its variables; null where they name no server. */
export function readMotion(variables: Readonly<Record<string, string | undefined>>): ReadProvider {
  const read = readMotionSettings(variables);
  if (!read.ok) return read;
  return { ok: true, provider: read.settings && motionProvider(read.settings) };
}

/** @param lookMs how often a clip is looked at, where not as usual */
export function motionProvider(settings: MotionSettings, lookMs?: number): Provider {
  const { baseUrl, model, lengths, secondUsd, apiKey, protocol } = settings;
  const [shortest = 0] = lengths;
  return {
    name: 'motion',
    motion: { model, lengths, secondUsd },
    views: [
      {
        capability: 'motion',
        configured: true,
        host: new URL(baseUrl).host,
        model,
        hasKey: apiKey !== null,
        details: [
          ['Protocol', protocol],
          ['Lengths', `${lengths.join(', ')} s`],
        ],
        voices: null,
        testUsd: secondUsd === null ? null : secondUsd * shortest,
      },
    ],
    load: async () => {
      const { motionAnimator } = await import('./motion-animator');
      return ({ calls }) => ({
        animator: motionAnimator(settings, { ...calls, ...(lookMs !== undefined && { lookMs }) }),
      });
    },
  };
}
