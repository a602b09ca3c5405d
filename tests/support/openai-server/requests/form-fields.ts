/** Fields of a form: all of them come as text. */
import { z } from 'zod';

/** A number, held to its bounds. */
export function formNumber(number: z.ZodNumber | z.ZodInt) {
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(number);
}

export const formSwitch = z.enum(['true', 'false']);

/** A list, also of one. */
export const formList = <T extends z.ZodType>(member: T) => z.array(member).min(1);
