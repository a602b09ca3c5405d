/** What became of something that was sent, in words. Pure. */
import type { ListedDelivery } from '#jobs/db/webhooks/deliveries.server.ts';

type Told = Pick<ListedDelivery, 'attempts' | 'lastStatus' | 'lastFault'> & {
  deliveredAt: unknown;
  givenUpAt: unknown;
};

export function deliveryWords({ attempts, lastStatus, lastFault, deliveredAt, givenUpAt }: Told): string {
  const tries = `${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
  if (deliveredAt) return `Arrived (${lastStatus ?? 200})${attempts > 1 ? `, after ${tries}` : ''}.`;
  if (givenUpAt) return `Given up after ${tries}. ${lastFault ?? ''}`.trim();
  if (attempts === 0) return 'On its way.';
  return `${lastFault ?? 'It did not arrive.'} ${tries} so far; it is sent again.`;
}
