/** Level conversions between a linear amplitude factor and decibels (20·log10). */

/** Amplitude factor of a level in dB: 0 dB is 1, −6.02 dB is about 0.5. */
export function decibelsToGain(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** Level in dB of an amplitude factor; silence (0) is `-Infinity`. */
export function gainToDecibels(gain: number): number {
  return 20 * Math.log10(gain);
}

/** Takes channels up or down by so many dB, in place. */
export function amplify(channels: readonly Float32Array[], gainDb: number): void {
  const gain = decibelsToGain(gainDb);
  for (const channel of channels) {
    for (let index = 0; index < channel.length; index++) channel[index] = (channel[index] as number) * gain;
  }
}
