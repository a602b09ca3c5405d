/** What the home page asks for, and how it is answered. */
import type { PublicFault } from '#app/http/api-fault.ts';

export const LIBRARY_INTENTS = ['rename', 'duplicate', 'delete', 'undo', 'share', 'withdraw'] as const;
export type LibraryIntent = (typeof LIBRARY_INTENTS)[number];

export type LibraryAnswer =
  | { done: 'rename'; title: string }
  | { done: 'duplicate' }
  | { done: 'delete'; videos: { id: string; title: string }[] }
  | { done: 'undo'; restored: number; gone: number }
  | { done: 'share'; path: string }
  | { done: 'withdraw' }
  | { done: null; intent: LibraryIntent; fault: PublicFault };
