/** A microphone that is listened to: its level as it goes, and its sound in the end. */
import { phrase } from '#app/language/phrase.ts';

/** How often the level is told, ms. */
const LEVEL_MS = 80;

/** Why a microphone cannot be had, and what to do. */
export function microphoneFault(error: unknown): string {
  if (!globalThis.isSecureContext || !globalThis.navigator?.mediaDevices?.getUserMedia) {
    return phrase(
      'This browser lets only safe pages (https, or this machine’s own) use a microphone. Upload a file instead.',
    );
  }
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return phrase(
      'This page may not use the microphone. Allow it in the browser’s address bar, or upload a file instead.',
    );
  }
  if (name === 'NotFoundError') {
    return phrase('No microphone was found. Plug one in, or upload a file instead.');
  }
  if (name === 'NotReadableError') {
    return phrase('The microphone is used by another program. Close that, or upload a file instead.');
  }
  return phrase('The microphone could not be opened. Try again, or upload a file instead.');
}

export interface Listening {
  /** Ends it and gives what was heard. */
  stop(): Promise<Blob>;
  /** Ends it for nothing. */
  cancel(): void;
}

/**
 * Opens the microphone and records.
 * @param onLevel told how loud it is, from 0 to 1
 * @param onLimit told once, when the longest recording is reached; it goes on until it is stopped
 */
export async function listen(
  onLevel: (level: number) => void,
  onLimit: () => void,
  limitMs: number,
): Promise<Listening> {
  const audio = { echoCancellation: false, noiseSuppression: true, autoGainControl: true };
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const meter = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, LEVEL_MS);
  const limit = setTimeout(onLimit, limitMs);
  const close = () => {
    clearInterval(meter);
    clearTimeout(limit);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  recorder.start(1000);
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          close();
          resolve(new Blob(parts, { type: recorder.mimeType }));
        };
        recorder.stop();
      }),
    cancel: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      close();
    },
  };
}

/** How loud samples are to the eye: 0 at −60 dBFS, 1 at full scale. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power + 1e-12)) / 60));
}
