/** Account: password, second factor, tokens of programs, and where one is logged in. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { actOnAccount } from '#app/door/account-acts.server.ts';
import { browserWords } from '#app/door/browser-words.ts';
import { PasswordForm } from '#app/door/PasswordForm.tsx';
import { SecondFactorForm } from '#app/door/SecondFactorForm.tsx';
import { SessionList } from '#app/door/SessionList.tsx';
import { TokenList } from '#app/door/TokenList.tsx';
import { requireVisitor } from '#app/http/visitor.ts';
import { listTokens } from '#jobs/accounts/api-tokens.server.ts';
import { listSessions } from '#jobs/accounts/sessions.server.ts';

export const meta: MetaFunction = () => [{ title: 'Account · StoryShort' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { door, visitor } = requireVisitor(context);
  const [tokens, sessions, row] = await Promise.all([
    listTokens(door.db, visitor.id),
    listSessions(door, visitor.id, request.headers),
    door.db.person.findUnique({ where: { id: visitor.id }, select: { twoFactorEnabled: true } }),
  ]);
  return json(
    {
      ...{ name: visitor.name, email: visitor.email, isAdmin: visitor.role === 'admin' },
      hasSecondFactor: row?.twoFactorEnabled === true,
      tokens,
      sessions: sessions.map(({ userAgent, ...session }) => ({
        ...session,
        browser: browserWords(userAgent),
      })),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnAccount(requireVisitor(context), request);
}

export default function Account() {
  const { name, email, isAdmin, hasSecondFactor, tokens, sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  return (
    <div className="page-width account">
      <header className="page-head">
        <h1>{name}</h1>
        <p className="lead">{email}</p>
        <div className="door-ways">
          {isAdmin && (
            <Link to="/people" className="button">
              People of this house
            </Link>
          )}
          <Link to="/webhooks" className="button">
            Webhooks
          </Link>
          <Link to="/publishing" className="button">
            Publishing
          </Link>
          <Form method="post" action="/logout" reloadDocument>
            <button type="submit" className="button">
              Log out
            </button>
          </Form>
        </div>
      </header>
      <PasswordForm email={email} answer={answer} />
      <SecondFactorForm isOn={hasSecondFactor} answer={answer} />
      <TokenList tokens={tokens} answer={answer} />
      <SessionList sessions={sessions} answer={answer} />
    </div>
  );
}
