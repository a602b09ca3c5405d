/** What people type when they make themselves an account, and what it has to be. Pure. */
import { z } from 'zod';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
const LONGEST_NAME = 80;

/** A password as it is chosen. What was chosen before may be shorter than what is asked for today. */
const passwordSchema = z
  .string()
  .min(SHORTEST_PASSWORD, `A password has at least ${SHORTEST_PASSWORD} characters.`)
  .max(LONGEST_PASSWORD, `A password has at most ${LONGEST_PASSWORD} characters.`);

const nameSchema = z
  .string()
  .transform((name) =>
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, 'Say how you are called here.')
      .max(LONGEST_NAME, `A name has at most ${LONGEST_NAME} characters.`),
  );

const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('This is not an email address.').max(254, 'An email address has at most 254 characters.'));

const FIELDS = { name: nameSchema, email: emailSchema, password: passwordSchema };

/** Who a new account is for. */
export const newPersonSchema = z.object(FIELDS);
export type NewPerson = z.infer<typeof newPersonSchema>;

/** A password in place of another one. */
export const newPasswordSchema = z.object({ password: passwordSchema });

/** What is wrong with a field, by its name; the first thing for each. */
export type FieldIssues = Readonly<Record<string, string>>;

/** Reads typed fields. What is missing counts as empty. */
export function readTyped<T>(
  schema: z.ZodType<T>,
  fields: Readonly<Record<string, unknown>>,
): { ok: true; value: T } | { ok: false; issues: FieldIssues } {
  const texts = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
  const parsed = schema.safeParse({ name: '', email: '', password: '', ...texts });
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) issues[String(path[0])] ??= message;
  return { ok: false, issues };
}
