/** Two channels that notes are added to. */
export interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

export function silence(frames: number): Stereo {
  return { left: new Float32Array(frames), right: new Float32Array(frames) };
}

/** Gains of the two channels for a position from −1 (left) to 1 (right), at equal power. */
export function panGains(pan: number): { left: number; right: number } {
  const angle = ((pan + 1) * Math.PI) / 4;
  return { left: Math.cos(angle), right: Math.sin(angle) };
}
