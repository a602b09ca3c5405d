/** Account: password, second factor, tokens of programs, and where one is logged in. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { actOnAccount } from '#app/door/account-acts.server.ts';
import { PasswordForm } from '#app/door/PasswordForm.tsx';
import { SecondFactorForm } from '#app/door/SecondFactorForm.tsx';
import { SessionList } from '#app/door/SessionList.tsx';
import { TokenList } from '#app/door/TokenList.tsx';
import { requireVisitor } from '#app/http/visitor.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { listTokens } from '#jobs/accounts/api-tokens.server.ts';
import { listSessions } from '#jobs/accounts/sessions.server.ts';

export const meta: MetaFunction = ({ matches }) => [{ title: titleWords(matches).t('Account · StoryShort') }];

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
      sessions,
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
  const { t } = useWords();
  return (
    <div className="page-width account">
      <header className="page-head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="lead">
          <bdi>{email}</bdi>
        </p>
        <div className="door-ways">
          {isAdmin && (
            <Link to="/people" className="button">
              {t('People of this house')}
            </Link>
          )}
          <Link to="/webhooks" className="button">
            {t('Webhooks')}
          </Link>
          <Link to="/publishing" className="button">
            {t('Publishing')}
          </Link>
          <Form method="post" action="/logout" reloadDocument>
            <button type="submit" className="button">
              {t('Log out')}
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
