/** Set up: whoever can read the log makes the first account of a house. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { comeIn } from '#app/door/come-in.server.ts';
import { DoorField } from '#app/door/DoorField.tsx';
import { DoorMessage } from '#app/door/DoorMessage.tsx';
import { type DoorAnswer, refusal } from '#app/door/door-answer.ts';
import { NewPersonFields } from '#app/door/NewPersonFields.tsx';
import { readFields } from '#app/http/read-fields.server.ts';
import { requireDoor } from '#app/http/visitor.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { BARE_FRAME } from '#app/shell/bare-frame.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { createPerson, giveOwnerless, isAnyoneHere } from '#jobs/accounts/people.server.ts';

export const handle = BARE_FRAME;

export const meta: MetaFunction = ({ matches }) => [{ title: titleWords(matches).t('Set up · StoryShort') }];

export async function loader({ context }: LoaderFunctionArgs) {
  if (await isAnyoneHere(requireDoor(context).db)) return redirect('/login', 303);
  return json(null, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const door = requireDoor(context);
  const { db, setup } = door;
  if (await isAnyoneHere(db)) return redirect('/login', 303);
  const fields = await readFields(request);
  const code = typeof fields.code === 'string' ? fields.code : '';
  const answer: Response | DoorAnswer = setup.isRight(code)
    ? await comeIn(door, fields, request.headers, async (typed) => {
        const person = await createPerson(door, typed, 'admin');
        await giveOwnerless(db);
        await writeDeed(db, person, 'house.set_up');
      })
    : refusal(fields, {
        issues: {
          code: 'This is not the code. After twenty tries it takes a new start, which gives a new one.',
        },
      });
  if (answer instanceof Response) return answer;
  return json(answer, { status: 422, headers: { 'Cache-Control': 'no-store' } });
}

export default function Setup() {
  const { t } = useWords();
  const { issues, refused, typed } = useActionData<typeof action>() ?? refusal({}, {});
  return (
    <div className="page-width door">
      <header className="page-head">
        <h1>{t('Your house, your key')}</h1>
        <p className="lead">
          {t(
            'This site can be reached from elsewhere, so it needs accounts. Make the first one: it is the admin’s, who lets others in. The code stands in the log, where StoryShort was started.',
          )}
        </p>
      </header>
      <Form method="post" className="door-form" reloadDocument>
        <DoorMessage refused={refused} />
        <DoorField name="code" label={t('Code from the log')} issue={issues.code} />
        <NewPersonFields typed={typed} issues={issues} />
        <button type="submit" className="button button-primary">
          {t('Make the first account')}
        </button>
      </Form>
    </div>
  );
}
