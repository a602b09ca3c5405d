/** Reset: a new password, by a link that an admin or the command line has made. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { DoorField } from '#app/door/DoorField.tsx';
import { DoorMessage } from '#app/door/DoorMessage.tsx';
import { type DoorAnswer, refusal } from '#app/door/door-answer.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { requireDoor } from '#app/http/visitor.ts';
import { phrase } from '#app/language/phrase.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { BARE_FRAME } from '#app/shell/bare-frame.ts';
import { newPasswordSchema, readTyped } from '#jobs/accounts/account-fields.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { findResetEmail, resetPassword } from '#jobs/accounts/passwords.server.ts';

const GONE = phrase(
  'This link cannot be used any more: it was used, or is older than a day. Ask for another one.',
);

export const handle = BARE_FRAME;

export const meta: MetaFunction = ({ matches }) => [
  { title: titleWords(matches).t('New password · StoryShort') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const email = await findResetEmail(requireDoor(context).db, params.token ?? '');
  return json({ email }, { status: email ? 200 : 404, headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const door = requireDoor(context);
  const token = params.token ?? '';
  const email = await findResetEmail(door.db, token);
  const read = readTyped(newPasswordSchema, await readFields(request));
  const refuse = (answer: DoorAnswer) =>
    json(answer, { status: 422, headers: { 'Cache-Control': 'no-store' } });
  if (!read.ok) return refuse(refusal({}, { issues: read.issues }));
  if (!email || !(await resetPassword(door, token, read.value.password)))
    return refuse(refusal({}, { refused: GONE }));
  await writeDeed(door.db, email, 'password.changed');
  return redirect('/login', 303);
}

export default function Reset() {
  const { t } = useWords();
  const { email } = useLoaderData<typeof loader>();
  const { issues, refused } = useActionData<typeof action>() ?? refusal({}, {});
  return (
    <div className="page-width door">
      <header className="page-head">
        <h1>{t('A new password')}</h1>
        <p className="lead">
          {email
            ? t('For {{email}}. Wherever you are logged in now, you are not afterwards.', { email })
            : t(GONE)}
        </p>
      </header>
      {email && (
        <Form method="post" className="door-form" reloadDocument>
          <DoorMessage refused={refused} />
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <DoorField
            name="password"
            label={t('New password')}
            type="password"
            issue={issues.password}
            autoComplete="new-password"
            hint={t('At least 10 characters.')}
          />
          <button type="submit" className="button button-primary">
            {t('Set it')}
          </button>
        </Form>
      )}
    </div>
  );
}
