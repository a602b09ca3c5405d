import { createContext } from 'react';

/** Nonce of this response's scripts; empty in the browser, which hides it from pages anyway. */
export const NonceContext = createContext('');
