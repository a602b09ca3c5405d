/** Films as resources: what an application may show its model, or its person, of them. */
import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
  type Variables,
} from '@modelcontextprotocol/server';
import { RESOURCE_TEMPLATES, type ResourceName, resourceAddress } from './resource-addresses';
import { AccessFault, askSite, type SiteAccess } from './site-access';
import { readSmallPicture } from './small-picture';
import { withAddresses } from './tool-result';

/** What is read under an address. */
type Contents = { mimeType: string } & ({ text: string } | { blob: string });
/** @returns null where there is nothing */
type Read = (parts: Record<string, string>, signal: AbortSignal) => Promise<Contents | null>;

interface FilmResource {
  title: string;
  description: string;
  mimeType: string;
  /** Whether it is listed for each film, or asked for by whoever knows its id. */
  isListed: boolean;
  read: Read;
}

/** Has a server offer them. */
export function registerFilmResources(server: McpServer, site: SiteAccess): void {
  const listed = listedFilms(site);
  for (const [name, resource] of Object.entries(filmResources(site)) as [ResourceName, FilmResource][]) {
    const { title, description, mimeType, isListed, read } = resource;
    const list = async ({ mcpReq: { signal } }: { mcpReq: { signal: AbortSignal } }) => ({
      resources: (await listed(signal)).map((film) => ({
        uri: resourceAddress(name, { videoId: film.id }),
        name: `${film.id} ${name}`,
        title: `${film.title || 'Untitled'}: ${title}`,
      })),
    });
    const template = new ResourceTemplate(RESOURCE_TEMPLATES[name], {
      list: isListed ? list : undefined,
      complete: {
        videoId: async (begun) => {
          const films = await listed(AbortSignal.timeout(COMPLETION_MS));
          return films.map(({ id }) => id).filter((id) => id.startsWith(begun));
        },
      },
    });
    server.registerResource(
      name,
      template,
      { title, description, mimeType },
      async (uri, variables, ctx) => ({
        contents: [{ uri: uri.href, ...(await readOrRefuse(uri, variables, read, ctx.mcpReq.signal)) }],
      }),
    );
  }
}

/** Who types waits no longer, ms. */
const COMPLETION_MS = 5000;

function filmResources(site: SiteAccess): Record<ResourceName, FilmResource> {
  const filmOf = (videoId: string | undefined, signal: AbortSignal) =>
    askSite(site, 'readVideo', { params: { id: videoId } }, signal);
  return {
    film: {
      title: 'Film',
      description: 'How far a film is, and the addresses of its files.',
      mimeType: 'application/json',
      isListed: true,
      read: async ({ videoId }, signal) => jsonOf(await filmOf(videoId, signal), site),
    },
    storyboard: {
      title: 'Storyboard',
      description: 'A film’s storyboard as it stands, edited or not.',
      mimeType: 'application/json',
      isListed: true,
      read: async ({ videoId }, signal) =>
        jsonOf(await askSite(site, 'readStoryboard', { params: { id: videoId } }, signal), site),
    },
    poster: {
      title: 'Poster',
      description: 'A frame of a finished film.',
      mimeType: 'image/webp',
      isListed: false,
      read: async ({ videoId }, signal) => {
        const { posterUrl } = await filmOf(videoId, signal);
        return pictureOf(await readSmallPicture(site, posterUrl, signal));
      },
    },
    picture: {
      title: 'Picture of a scene',
      description: 'What is seen in a scene of a storyboard.',
      mimeType: 'image/webp',
      isListed: false,
      read: async ({ videoId, sceneId }, signal) => {
        const params = { id: videoId, sceneId };
        const { imageUrl } = await askSite(site, 'readScene', { params }, signal);
        return pictureOf(await readSmallPicture(site, imageUrl, signal));
      },
    },
  };
}

/** The newest films, asked for once for all that lists them. */
function listedFilms(site: SiteAccess): (signal: AbortSignal) => Promise<{ id: string; title: string }[]> {
  let asked: Promise<{ id: string; title: string }[]> | null = null;
  return (signal) => {
    asked ??= askSite(site, 'listVideos', {}, signal).then(
      ({ videos }) => videos,
      // A list of what cannot be seen is empty; whoever reads or calls hears why.
      () => [],
    );
    const films = asked;
    // The next list is of what is there then.
    films.finally(() => {
      asked = null;
    });
    return films;
  };
}

function jsonOf(answer: unknown, site: SiteAccess): Contents {
  return {
    mimeType: 'application/json',
    text: JSON.stringify(withAddresses(answer, site), null, 2),
  };
}

function pictureOf(picture: Awaited<ReturnType<typeof readSmallPicture>>): Contents | null {
  return picture && { mimeType: picture.mimeType, blob: Buffer.from(picture.bytes).toString('base64') };
}

/** @throws ResourceNotFoundError, or ProtocolError with what is wrong and what to do */
async function readOrRefuse(uri: URL, variables: Variables, read: Read, signal: AbortSignal) {
  const parts = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, [value].flat().join(',')]),
  );
  try {
    const found = await read(parts, signal);
    if (found) return found;
  } catch (thrown) {
    if (!(thrown instanceof AccessFault)) throw thrown;
    const { code, detail, hint } = thrown.told;
    const isUnknown = /_not_found$|^invalid_parameter$/.test(code);
    if (!isUnknown) throw new ProtocolError(ProtocolErrorCode.InternalError, `${detail} ${hint}`, { code });
  }
  throw new ResourceNotFoundError(uri.href);
}
