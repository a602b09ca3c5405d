/** A RIFF/WAVE file of silence: 48 kHz, 16-bit PCM. */
export function silentWave({ samples, channels }: { samples: number; channels: number }): Uint8Array {
  const bytes = samples * channels * 2;
  const wave = Buffer.alloc(44 + bytes);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + bytes, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(channels, 22);
  wave.writeUInt32LE(48_000, 24);
  wave.writeUInt32LE(48_000 * channels * 2, 28);
  wave.writeUInt16LE(channels * 2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(bytes, 40);
  return wave;
}
