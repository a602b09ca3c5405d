/** Google's flow for devices as its documents have it: the scopes that it knows, its statuses and its older names. */
import { randomUUID } from 'node:crypto';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** Of those that are asked for here, all that the flow for devices allows. */
const SCOPES = [
  'https://www.googleapis.com/auth/youtube',
  'https://www.googleapis.com/auth/youtube.readonly',
];

interface App {
  clientId: string;
  clientSecret: string;
}

export class Consents {
  /** What is answered while a code is not typed: the first of them, and pending when there is none. */
  readonly next: { status: number; error: string }[] = [];
  /** Whether the code was typed. */
  isTyped = false;
  /** s */
  interval = 5;
  userCode = 'GQVQ-JKEC';
  readonly app: App;
  readonly codes = new Set<string>();
  readonly access = new Set<string>();
  readonly refresh = new Set<string>();
  readonly revoked: string[] = [];

  constructor(app: App) {
    this.app = app;
  }

  isGood(authorization: string): boolean {
    return this.access.has(authorization.replace(/^Bearer /, ''));
  }

  /** All that is secret so far. */
  secrets(): string[] {
    return [this.app.clientSecret, ...this.codes, ...this.access, ...this.refresh, ...this.revoked];
  }

  newAccess(): string {
    const token = `ya29.${randomUUID()}`;
    this.access.add(token);
    return token;
  }

  newRefresh(): string {
    const token = `1//${randomUUID()}`;
    this.refresh.add(token);
    return token;
  }
}

interface Told {
  status: number;
  body: Record<string, unknown>;
}

export function answerConsent(
  consents: Consents,
  call: string,
  type: string | undefined,
  text: string,
): Told {
  const no = (status: number, error: string): Told => ({ status, body: { error } });
  if (!type?.startsWith('application/x-www-form-urlencoded')) return no(400, 'invalid_request');
  const form = new URLSearchParams(text);
  const { app } = consents;
  if (call === 'POST /revoke') {
    const token = form.get('token') ?? '';
    if (!consents.refresh.delete(token)) return no(400, 'invalid_token');
    consents.revoked.push(token);
    consents.access.clear();
    return { status: 200, body: {} };
  }
  if (form.get('client_id') !== app.clientId) return no(401, 'invalid_client');
  if (call === 'POST /device/code') {
    if (!SCOPES.includes(form.get('scope') ?? '')) return no(400, 'invalid_scope');
    const code = `4/${randomUUID()}`;
    consents.codes.add(code);
    return {
      status: 200,
      body: {
        device_code: code,
        user_code: consents.userCode,
        verification_url: 'https://www.google.com/device',
        ...{ expires_in: 1800, interval: consents.interval },
      },
    };
  }
  if (form.get('client_secret') !== app.clientSecret) return no(401, 'invalid_client');
  if (form.get('grant_type') === 'refresh_token') {
    if (!consents.refresh.has(form.get('refresh_token') ?? '')) return no(400, 'invalid_grant');
    return { status: 200, body: { ...tokenOf(consents), scope: SCOPES[0] } };
  }
  if (form.get('grant_type') !== GRANT) return no(400, 'unsupported_grant_type');
  const code = form.get('device_code') ?? '';
  if (!consents.codes.has(code)) return no(400, 'invalid_grant');
  const scripted = consents.next.shift();
  if (scripted) return no(scripted.status, scripted.error);
  if (!consents.isTyped) return no(428, 'authorization_pending');
  consents.codes.delete(code);
  return {
    status: 200,
    body: { ...tokenOf(consents), refresh_token: consents.newRefresh(), scope: SCOPES[0] },
  };
}

function tokenOf(consents: Consents) {
  return { access_token: consents.newAccess(), token_type: 'Bearer', expires_in: 3599 };
}
