import { createHmac } from 'node:crypto';

/** What says in the scheme of Standard Webhooks that this is a secret. */
const PREFIX = 'whsec_';

/**
 * A webhook's secret: it follows from the house's and the webhook's id, so that it is kept nowhere, and no two are alike.
 * @returns as its owner writes it down
 */
export function webhookSecret(houseSecret: string, webhookId: string): string {
  return `${PREFIX}${createHmac('sha256', houseSecret).update(`webhook ${webhookId}`).digest('base64')}`;
}
