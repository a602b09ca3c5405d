/** Under which addresses films and what belongs to them are read. Pure. */
import type { ContentBlock } from '@modelcontextprotocol/server';

const ROOT = 'storyshort://films';

/** As URI templates (RFC 6570). */
export const RESOURCE_TEMPLATES = {
  film: `${ROOT}/{videoId}`,
  storyboard: `${ROOT}/{videoId}/storyboard`,
  poster: `${ROOT}/{videoId}/poster`,
  picture: `${ROOT}/{videoId}/scenes/{sceneId}/picture`,
} as const;

export type ResourceName = keyof typeof RESOURCE_TEMPLATES;

export function resourceAddress(name: ResourceName, parts: Readonly<Record<string, string>>): string {
  return RESOURCE_TEMPLATES[name].replace(/\{(\w+)\}/g, (_whole, part: string) =>
    encodeURIComponent(parts[part] ?? ''),
  );
}

/** What can be read further of a film. */
export function resourceLinks(videoId: string, { hasPoster }: { hasPoster: boolean }): ContentBlock[] {
  const links: ContentBlock[] = [
    {
      ...{ type: 'resource_link', name: 'storyboard', title: 'Storyboard', mimeType: 'application/json' },
      uri: resourceAddress('storyboard', { videoId }),
    },
  ];
  if (hasPoster) {
    links.push({
      ...{ type: 'resource_link', name: 'poster', title: 'Poster', mimeType: 'image/webp' },
      uri: resourceAddress('poster', { videoId }),
    });
  }
  return links;
}
