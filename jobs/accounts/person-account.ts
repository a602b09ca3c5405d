/** Somebody with an account, as the rest of the house knows them. Pure. */
import type { TokenScope } from './token-scope';

export const PERSON_ROLES = ['admin', 'member'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export interface Person {
  id: string;
  name: string;
  email: string;
  role: PersonRole;
}

/** Who asks: a person in a browser, or a program that carries a token of theirs. */
export interface Visitor extends Person {
  /** What the program may do; null for the person, who may do everything that their role lets them. */
  scopes: readonly TokenScope[] | null;
}
