/** Runs in the cage and does what a decoder does that a picture has led astray. */
import { writeSync } from 'node:fs';

const WAYS: Record<string, () => void> = {
  loop: () => {
    for (;;);
  },
  fillHeap: () => {
    for (const kept: object[] = []; ; ) kept.push({ kept: kept.length });
  },
  fillMemory: () => {
    for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
  talk: () => {
    for (const words = Buffer.alloc(64 * 1024, 'x'); ; ) writeSync(1, words);
  },
};
// A picture's cleaner is asked otherwise; it is the one that never comes to an end.
const { way } = JSON.parse(process.argv[2] ?? '') as { way?: string };
WAYS[way ?? 'loop']?.();
