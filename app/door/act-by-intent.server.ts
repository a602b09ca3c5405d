import { json } from '@remix-run/node';
import { asApiFault } from '#app/http/api-fault.ts';
import { readFields } from '#app/http/read-fields.server.ts';

/** A field of the form that was sent; empty where it has none of that name. */
export type FieldText = (name: string) => string;

/**
 * Does what a page's form asks for by its field `intent`, and answers 422 where it was refused.
 * @param acts by their intents
 * @throws Response 400 for what none of them can ask, and the status of a form that cannot be read
 */
export async function actByIntent<Act, Answer extends { refused: string | null }>(
  request: Request,
  acts: Readonly<Record<string, Act>>,
  perform: (act: Act, text: FieldText) => Promise<Answer>,
) {
  const fields = await readFields(request).catch((thrown: unknown) => {
    const fault = asApiFault(thrown);
    throw fault ? json(null, { status: fault.status }) : thrown;
  });
  const text: FieldText = (name) => (typeof fields[name] === 'string' ? fields[name] : '');
  const act = Object.hasOwn(acts, text('intent')) ? acts[text('intent')] : undefined;
  if (!act) throw json(null, { status: 400 });
  const answer = await perform(act, text);
  return json(answer, { status: answer.refused ? 422 : 200, headers: { 'Cache-Control': 'no-store' } });
}
