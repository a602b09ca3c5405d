/** What is among a channel's own videos, by YouTube's Data API. */
import { tagOf } from './video-resource';
import { refusalOf, type YoutubeClient } from './youtube-client.server';
import type { YoutubePlaces } from './youtube-places';

/** Of the newest, one page. */
const LOOKED_AT = 50;
/** Of a video that has all its bytes. */
const WHOLE = new Set(['uploaded', 'processed']);

export interface Channel {
  id: string;
  name: string;
  /** The list of all that was uploaded to it; null where there is none. */
  uploads: string | null;
}

/** The channel of whoever gave their consent; null where they have none. */
export async function ownChannel(client: YoutubeClient, places: YoutubePlaces): Promise<Channel | null> {
  const { body } = await client.demand(`${places.api}/channels?part=snippet,contentDetails&mine=true`, {
    method: 'GET',
  });
  const [channel] = itemsIn<{
    id?: string;
    snippet?: { title?: string };
    contentDetails?: { relatedPlaylists?: { uploads?: string } };
  }>(body);
  if (!channel?.id) return null;
  return {
    id: channel.id,
    name: channel.snippet?.title || 'YouTube',
    uploads: channel.contentDetails?.relatedPlaylists?.uploads ?? null,
  };
}

/** The id of a video that came of a publication; null where there is none among the newest. */
export async function findUploaded(
  client: YoutubeClient,
  places: YoutubePlaces,
  publicationId: string,
): Promise<string | null> {
  const uploads = (await ownChannel(client, places))?.uploads;
  if (!uploads) return null;
  const list = await client.ask(
    `${places.api}/playlistItems?part=contentDetails&maxResults=${LOOKED_AT}&playlistId=${encodeURIComponent(uploads)}`,
    { method: 'GET' },
  );
  // A channel without a video has no list. Whatever else is wrong must not pass for that.
  if (list.status !== 404 && list.status !== 200) throw refusalOf(list);
  const ids = itemsIn<{ contentDetails?: { videoId?: string } }>(list.body).flatMap(
    ({ contentDetails }) => contentDetails?.videoId ?? [],
  );
  if (ids.length === 0) return null;
  const { body } = await client.demand(
    `${places.api}/videos?part=snippet,status&id=${ids.map(encodeURIComponent).join(',')}`,
    { method: 'GET' },
  );
  const tag = tagOf(publicationId);
  const found = itemsIn<{ id?: string; snippet?: { tags?: string[] }; status?: { uploadStatus?: string } }>(
    body,
  ).find(({ snippet, status }) => snippet?.tags?.includes(tag) && WHOLE.has(status?.uploadStatus ?? ''));
  return found?.id ?? null;
}

function itemsIn<Item>(body: unknown): Item[] {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : null;
  return Array.isArray(items) ? items : [];
}
