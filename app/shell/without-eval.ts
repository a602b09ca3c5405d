/**
 * The Content Security Policy forbids code that is made of text. Zod would try it once, and the browser would
 * report the attempt: so it is told not to, before any schema is made. The root imports this first.
 */
import { config } from 'zod/v4/core';

if (typeof document !== 'undefined') config({ jitless: true });
