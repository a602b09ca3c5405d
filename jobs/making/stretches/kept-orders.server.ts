import { z } from 'zod';
import type { Production } from '#jobs/making/production.server.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { putJson, readJson } from '#jobs/making/stored-json.server.ts';
import type { SegmentOrders } from '#jobs/ports/segment-orders.ts';

const orderSchema = z.object({ order: z.string().min(1) });

/** Keeps what was ordered of a scene's stretch beside where it will lie. @param name of it, without an ending */
export function keptOrders(
  production: Production,
  { storage, ledger }: Pick<StepTools, 'storage' | 'ledger'>,
  { position, hash, name }: { position: number; hash: string; name: string },
): SegmentOrders {
  const key = `${name}.order.json`;
  return {
    read: async () => (await readJson(storage, key, orderSchema))?.order ?? null,
    place: (identity, ask) =>
      ledger.record(
        production.attempt,
        { scene: position, kind: 'segment', identity, inputHash: hash, isCounted: true },
        async (hooks) => {
          const order = await ask(hooks);
          await putJson(storage, key, { order });
          return order;
        },
      ),
    forget: () => storage.remove(key),
    isGivenUp: () => production.isGivenUp(),
  };
}
