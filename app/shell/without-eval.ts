/**
 * The Content Security Policy forbids code that is made of text. Zod would try it once, and the browser would
 * report the attempt: so it is told not to, before it is loaded where it is. Zod takes up the settings that it finds
 * under this name, so that no page loads it for their sake. The root imports this first.
 */
if (typeof document !== 'undefined') {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
