/** Join: who was invited makes themselves an account. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { comeIn } from '#app/door/come-in.server.ts';
import { DoorMessage } from '#app/door/DoorMessage.tsx';
import { refusal, sentenceOf } from '#app/door/door-answer.ts';
import { NewPersonFields } from '#app/door/NewPersonFields.tsx';
import { readFields } from '#app/http/read-fields.server.ts';
import { requireDoor } from '#app/http/visitor.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { BARE_FRAME } from '#app/shell/bare-frame.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { acceptInvitation, invitationGone, isInvited } from '#jobs/accounts/invitations.server.ts';

export const handle = BARE_FRAME;

export const meta: MetaFunction = ({ matches }) => [{ title: titleWords(matches).t('Join · StoryShort') }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const isValid = await isInvited(requireDoor(context).db, params.token ?? '');
  return json(
    { gone: isValid ? null : sentenceOf(invitationGone()) },
    { status: isValid ? 200 : 404, headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const door = requireDoor(context);
  const fields = await readFields(request);
  const answer = await comeIn(door, fields, request.headers, async (typed) => {
    const person = await acceptInvitation(door, params.token ?? '', typed);
    await writeDeed(door.db, person, 'person.joined');
  });
  if (answer instanceof Response) return answer;
  return json(answer, { status: 422, headers: { 'Cache-Control': 'no-store' } });
}

export default function Join() {
  const { t, told } = useWords();
  const { gone } = useLoaderData<typeof loader>();
  const { issues, refused, typed } = useActionData<typeof action>() ?? refusal({}, {});
  return (
    <div className="page-width door">
      <header className="page-head">
        <h1>{t(gone ? 'This way is closed' : 'You are invited')}</h1>
        <p className="lead">
          {gone ? told(gone) : t('Make yourself an account. Your films are seen by nobody else.')}
        </p>
      </header>
      {!gone && (
        <Form method="post" className="door-form" reloadDocument>
          <DoorMessage refused={refused} />
          <NewPersonFields typed={typed} issues={issues} />
          <button type="submit" className="button button-primary">
            {t('Join')}
          </button>
        </Form>
      )}
    </div>
  );
}
