/** What became of something that was sent, in words. Pure. */
import type { Words } from '#app/language/page-words.ts';
import type { ListedDelivery } from '#jobs/db/webhooks/deliveries.server.ts';

type Sent = Pick<ListedDelivery, 'attempts' | 'lastStatus' | 'lastFault'> & {
  deliveredAt: unknown;
  givenUpAt: unknown;
};

export function deliveryWords(
  { attempts, lastStatus, lastFault, deliveredAt, givenUpAt }: Sent,
  { t, told }: Pick<Words, 't' | 'told'>,
): string {
  if (deliveredAt) {
    const code = lastStatus ?? 200;
    return attempts > 1
      ? t('Arrived ({{code}}), after {{count}} tries.', { code, count: attempts })
      : t('Arrived ({{code}}).', { code });
  }
  if (givenUpAt)
    return `${t('Given up after {{count}} tries.', { count: attempts })} ${told(lastFault ?? '')}`.trim();
  if (attempts === 0) return t('On its way.');
  const why = lastFault === null ? t('It did not arrive.') : told(lastFault);
  return `${why} ${t('{{count}} tries so far; it is sent again.', { count: attempts })}`;
}
