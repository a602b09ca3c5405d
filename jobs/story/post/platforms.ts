/**
 * What platforms take: the one table, with the dates and sources in docs/ready-to-post.md, which a test compares with
 * it. A figure changes here and there, and nowhere else. Pure.
 */
import type { LengthUnit } from './texts/counted-length';

export const PLATFORM_NAMES = ['reels', 'shorts', 'youtube', 'tiktok', 'x', 'linkedin'] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

interface TextLimit {
  most: number;
  unit: LengthUnit;
}

interface Range {
  least: number;
  most: number;
}

export interface Platform {
  /** As people call it. */
  label: string;
  /** Null where a post has no title of its own: it opens the text then. */
  title: TextLimit | null;
  text: TextLimit;
  /** How many hashtags count; null where nobody says. */
  hashtags: number | null;
  /** Whether times in the text become chapters. */
  hasChapters: boolean;
  /** Letters that no text may hold; null for none. */
  forbidden: RegExp | null;
  film: {
    seconds: Range;
    /** Bytes of the file. */
    bytes: number;
    /** px of the longer and the shorter side; `least` of the shorter. */
    longSide: number;
    shortSide: Range;
    /** Width by height. */
    aspect: Range;
    framesPerSecond: Range;
    /** As ffprobe calls them. */
    videoCodecs: readonly string[];
    audioCodecs: readonly string[];
    /** kbit/s; null where nobody says. */
    videoKbps: number | null;
    audioKbps: number | null;
  };
}

const MINUTE = 60;
const MB = 1_000_000;
const GB = 1000 * MB;
const ANY_SHAPE: Range = { least: 0.01, most: 10 };

const YOUTUBE = {
  title: { most: 100, unit: 'utf16' },
  text: { most: 5000, unit: 'bytes' },
  hashtags: 60,
  forbidden: /[<>]/g,
} as const;

/** What YouTube takes of any film, long or short. */
const YOUTUBE_FILM = {
  bytes: 256 * GB,
  ...{ longSide: 7680, shortSide: { least: 144, most: 4320 }, framesPerSecond: { least: 1, most: 60 } },
  ...{ videoCodecs: ['h264', 'hevc', 'vp9', 'av1'], audioCodecs: ['aac', 'opus'] },
  ...{ videoKbps: null, audioKbps: null },
};

export const PLATFORMS: Readonly<Record<PlatformName, Platform>> = {
  reels: {
    label: 'Instagram Reels',
    title: null,
    text: { most: 2200, unit: 'utf16' },
    ...{ hashtags: 5, hasChapters: false, forbidden: null },
    film: {
      seconds: { least: 3, most: 15 * MINUTE },
      bytes: 300 * MB,
      ...{ longSide: 1920, shortSide: { least: 320, most: 1920 }, aspect: ANY_SHAPE },
      framesPerSecond: { least: 23, most: 60 },
      ...{ videoCodecs: ['h264', 'hevc'], audioCodecs: ['aac'], videoKbps: 25_000, audioKbps: 128 },
    },
  },
  shorts: {
    label: 'YouTube Shorts',
    ...YOUTUBE,
    hasChapters: false,
    film: { ...YOUTUBE_FILM, seconds: { least: 1, most: 3 * MINUTE }, aspect: { least: 0.01, most: 1 } },
  },
  youtube: {
    label: 'YouTube',
    ...YOUTUBE,
    hasChapters: true,
    film: { ...YOUTUBE_FILM, seconds: { least: 1, most: 12 * 60 * MINUTE }, aspect: ANY_SHAPE },
  },
  tiktok: {
    label: 'TikTok',
    title: null,
    text: { most: 2200, unit: 'utf16' },
    ...{ hashtags: 5, hasChapters: false, forbidden: null },
    film: {
      seconds: { least: 3, most: 10 * MINUTE },
      bytes: 4 * GB,
      ...{ longSide: 4096, shortSide: { least: 360, most: 4096 }, aspect: ANY_SHAPE },
      framesPerSecond: { least: 23, most: 60 },
      ...{ videoCodecs: ['h264', 'hevc', 'vp8', 'vp9'], audioCodecs: ['aac', 'opus', 'vorbis', 'mp3'] },
      ...{ videoKbps: null, audioKbps: null },
    },
  },
  x: {
    label: 'X',
    title: null,
    text: { most: 280, unit: 'weighted' },
    ...{ hashtags: null, hasChapters: false, forbidden: null },
    film: {
      seconds: { least: 0.5, most: 140 },
      bytes: 512 * MB,
      ...{ longSide: 1280, shortSide: { least: 32, most: 1024 }, aspect: { least: 1 / 3, most: 3 } },
      framesPerSecond: { least: 1, most: 60 },
      ...{ videoCodecs: ['h264'], audioCodecs: ['aac'], videoKbps: 5000, audioKbps: 128 },
    },
  },
  linkedin: {
    label: 'LinkedIn',
    title: null,
    text: { most: 3000, unit: 'utf16' },
    ...{ hashtags: null, hasChapters: false, forbidden: null },
    film: {
      seconds: { least: 3, most: 30 * MINUTE },
      bytes: 500 * MB,
      ...{ longSide: 4096, shortSide: { least: 144, most: 4096 }, aspect: { least: 1 / 2.4, most: 2.4 } },
      framesPerSecond: { least: 10, most: 60 },
      ...{ videoCodecs: ['h264'], audioCodecs: ['aac'], videoKbps: 30_000, audioKbps: 192 },
    },
  },
};
