/** What a variable may hold: a text, or prices that the operator tells. */
import { z } from 'zod';

/** Empty is absent, and absent is null. */
export const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null);

const amount = (value: string) => /^\$?\d+(\.\d+)?$/.test(value);
const dollarsOf = (value: string): number => Number(value.replace('$', ''));

/** US dollars; 0 for a server that takes none. */
export const price = optionalText
  .refine((value) => value === null || amount(value), { message: 'must be US dollars, such as 0.04, or 0' })
  .transform((value) => (value === null ? null : dollarsOf(value)));

/** US dollars for what goes in and what comes out. */
export const twoPrices = optionalText
  .refine((value) => value === null || (value.split('/').length === 2 && value.split('/').every(amount)), {
    message: 'must be US dollars per million tokens, in and out, such as 1/5, or 0/0',
  })
  .transform((value) => {
    const [inputUsd, outputUsd] = (value ?? '').split('/').map(dollarsOf);
    return value === null || inputUsd === undefined || outputUsd === undefined
      ? null
      : { inputUsd, outputUsd };
  });
