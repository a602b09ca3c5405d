/** Log in: address and password, and the second factor of whoever has one. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import { DoorField } from '#app/door/DoorField.tsx';
import { DoorMessage } from '#app/door/DoorMessage.tsx';
import { type DoorAnswer, refusal } from '#app/door/door-answer.ts';
import { cookieHeaders } from '#app/http/cookie-headers.ts';
import { safeTarget } from '#app/http/door.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { requireDoor } from '#app/http/visitor.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { BARE_FRAME } from '#app/shell/bare-frame.ts';
import { confirmLogin, logIn } from '#jobs/accounts/login.server.ts';
import { isAnyoneHere } from '#jobs/accounts/people.server.ts';

export const handle = BARE_FRAME;

export const meta: MetaFunction = ({ matches }) => [{ title: titleWords(matches).t('Log in · StoryShort') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const door = requireDoor(context);
  if (context.visitor) return redirect(safeTarget(new URL(request.url).searchParams.get('to')), 303);
  if (!(await isAnyoneHere(door.db))) return redirect('/setup', 303);
  return json(null, { headers: { 'Cache-Control': 'no-store' } });
}

interface LoginAnswer extends DoorAnswer {
  asks: 'password' | 'code';
}

export async function action({ request, context }: ActionFunctionArgs) {
  const door = requireDoor(context);
  const fields = await readFields(request);
  const to = safeTarget(fields.to);
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const refuse = (asks: LoginAnswer['asks'], refused: string, status = 422) =>
    json<LoginAnswer>(
      { asks, ...refusal(fields, { refused }) },
      { status, headers: { 'Cache-Control': 'no-store' } },
    );
  if (fields.code !== undefined) {
    const outcome = await confirmLogin(door, text('code'), request.headers);
    if (outcome.is === 'in') return redirect(to, { status: 303, headers: cookieHeaders(outcome.cookies) });
    return refuse('code', 'That code is not right, or not any more. Take the one that is shown now.');
  }
  const outcome = await logIn(door, { email: text('email'), password: text('password') }, request.headers);
  switch (outcome.is) {
    case 'in':
      return redirect(to, { status: 303, headers: cookieHeaders(outcome.cookies) });
    case 'second_factor':
      return json<LoginAnswer>(
        { asks: 'code', ...refusal(fields, {}) },
        { headers: cookieHeaders(outcome.cookies) },
      );
    case 'resting': {
      const minutes = Math.ceil(outcome.untilMs / 60_000);
      return refuse(
        'password',
        `That was wrong too often. Nobody can log in with this address for the next ${minutes} minutes.`,
        429,
      );
    }
    case 'refused':
      return refuse(
        'password',
        'Address and password do not belong together. An admin can make you a link for a new password.',
      );
  }
}

export default function Login() {
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useWords();
  const asksCode = answer?.asks === 'code';
  return (
    <div className="page-width door">
      <header className="page-head">
        <h1>{t(asksCode ? 'One more step' : 'Log in')}</h1>
        <p className="lead">
          {t(
            asksCode
              ? 'Your authenticator shows a code, or take one of your backup codes.'
              : 'Your films are inside.',
          )}
        </p>
      </header>
      <Form method="post" className="door-form" reloadDocument>
        <DoorMessage refused={answer?.refused ?? null} />
        <input type="hidden" name="to" value={safeTarget(search.get('to'))} />
        {asksCode ? (
          <DoorField key="code" name="code" label={t('Code')} autoComplete="one-time-code" />
        ) : (
          <>
            <DoorField
              name="email"
              label={t('Email address')}
              type="email"
              value={answer?.typed.email ?? ''}
              autoComplete="username"
            />
            <DoorField
              name="password"
              label={t('Password')}
              type="password"
              autoComplete="current-password"
            />
          </>
        )}
        <button type="submit" className="button button-primary">
          {t('Log in')}
        </button>
      </Form>
    </div>
  );
}
