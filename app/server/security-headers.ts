/** Security headers with an enforced Content Security Policy: scripts run by this response's nonce alone. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** The nonce that this response's scripts must carry. */
export function nonceOf(response: Response): string {
  return String(response.locals.cspNonce);
}

/** Scenes may be spoken into this site's own pages; nothing else of a device is asked for. */
const PERMISSIONS = 'microphone=(self), camera=(), geolocation=(), display-capture=()';

const HALF_A_YEAR_S = 180 * 24 * 3600;

/**
 * @param dev true lets the development server's socket through as well.
 * @param isHttps whether people open the site by TLS, which somebody in front of it speaks: then by that alone.
 */
export function securityHeaders({ dev, isHttps }: { dev: boolean; isHttps: boolean }): RequestHandler[] {
  const giveNonce: RequestHandler = (_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString('base64');
    response.setHeader('Permissions-Policy', PERMISSIONS);
    next();
  };
  const nonceSource = (_request: IncomingMessage, response: ServerResponse) =>
    `'nonce-${nonceOf(response as Response)}'`;
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonceSource],
        // The player and the toasts set styles of their own on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    // `no-referrer` would make browsers send “Origin: null” with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isHttps && { maxAge: HALF_A_YEAR_S, includeSubDomains: false },
  });
  return [giveNonce, setHeaders];
}
