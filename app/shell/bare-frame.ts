/** A route's `handle` that keeps the site's own ways out of the frame around it. */
export const BARE_FRAME = { frame: 'bare' } as const;
