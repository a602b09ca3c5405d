/** What servers say of their models (`GET /models`). */
import { clientFor } from '#jobs/providers/openai/call/client-call.ts';
import type { ListedModel } from './model-notices';
import type { ProviderSettings, ServerSettings } from './settings';

/** Asks each server once, by its base address; one that does not answer in that form is left out. */
export async function readModelLists(
  settings: ProviderSettings,
  signal: AbortSignal,
): Promise<Map<string, ListedModel[]>> {
  const servers = new Map(
    Object.values(settings).flatMap((server: ServerSettings | null) =>
      server ? [[server.baseUrl, server] as const] : [],
    ),
  );
  const lists = await Promise.all(
    [...servers].map(async ([baseUrl, server]) => {
      try {
        const { data } = await clientFor(server).models.list({ signal });
        return [[baseUrl, data.flatMap(toListed)] as const];
      } catch {
        // Without it, what is known of models has to do.
        return [];
      }
    }),
  );
  return new Map(lists.flat());
}

function toListed(model: unknown): ListedModel[] {
  if (typeof model !== 'object' || model === null) return [];
  const { id, created, shutdown_date: day } = model as Record<string, unknown>;
  if (typeof id !== 'string') return [];
  return [
    {
      id,
      created: typeof created === 'number' ? created : 0,
      shutdownDate: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}/.test(day) ? day.slice(0, 10) : null,
    },
  ];
}
