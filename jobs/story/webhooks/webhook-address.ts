/** What is asked of a webhook's address. Pure. */

/** What a page has to know of webhooks. */
export interface WebhookSettings {
  /** Whether they may be in this house's own network. */
  allowsOwn: boolean;
  /** The secret that its owner checks signatures with. */
  secretOf: (webhookId: string) => string;
}

const LONGEST = 2000;

/** @returns the address as it is kept, or why it cannot be one */
export function readWebhookAddress(typed: string): { url: string } | { refused: string } {
  const text = typed.trim();
  if (text === '') return { refused: 'Give the address that is to be told.' };
  if (text.length > LONGEST) return { refused: `An address has at most ${LONGEST} characters.` };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return { refused: 'An address begins with https://, or http:// in your own network.' };
  if (url.username || url.password)
    return { refused: 'An address must not hold a user name or password: the signature says who asks.' };
  url.hash = '';
  return { url: url.href };
}
