/** Where Google is asked, as its documents have it. Pure. */

export interface YoutubePlaces {
  deviceCode: string;
  token: string;
  revoke: string;
  /** Below it is the Data API, version 3. */
  api: string;
  /** Below it files are sent. */
  upload: string;
  /** Whether an address that the server itself names is Google's: no token goes elsewhere. */
  isOurs(address: string): boolean;
}

/** @param base another server that speaks the same, such as one on this machine; null for Google's own */
export function youtubePlaces(base: string | null): YoutubePlaces {
  const [oauth, api] =
    base === null ? ['https://oauth2.googleapis.com', 'https://www.googleapis.com'] : [base, base];
  return {
    deviceCode: `${oauth}/device/code`,
    token: `${oauth}/token`,
    revoke: `${oauth}/revoke`,
    api: `${api}/youtube/v3`,
    upload: `${api}/upload/youtube/v3`,
    isOurs(address) {
      const url = URL.parse(address);
      if (!url) return false;
      if (base !== null) return url.origin === new URL(base).origin;
      return url.protocol === 'https:' && /(?:^|\.)googleapis\.com$/.test(url.hostname);
    },
  };
}

/** Where a video is watched. */
export function watchAddress(videoId: string): string {
  return `https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}`;
}
