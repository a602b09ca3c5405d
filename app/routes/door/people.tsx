/** People: who is in the house, what they may use, what it does, and who did what. For admins. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DeedList } from '#app/door/DeedList.tsx';
import { DoorHead } from '#app/door/DoorHead.tsx';
import { HouseState } from '#app/door/HouseState.tsx';
import { InvitationList } from '#app/door/InvitationList.tsx';
import { PersonCard } from '#app/door/PersonCard.tsx';
import { actOnPeople } from '#app/door/people-acts.server.ts';
import { readPeople } from '#app/door/people-view.server.ts';
import { requireAdmin } from '#app/http/visitor.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';

export const meta: MetaFunction = ({ matches }) => [{ title: titleWords(matches).t('People · StoryShort') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { visitor } = requireAdmin(context);
  return json(
    { ...(await readPeople(context.backend)), ownId: visitor.id },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  return actOnPeople(requireAdmin(context), request);
}

export default function People() {
  const { people, invitations, deeds, house, ownId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <div className="page-width account">
      <DoorHead
        title={t('People')}
        lead={t('Everybody sees their own videos alone, admins too.')}
        answer={answer}
        toCopy={answer?.link}
      />
      <ul className="person-list">
        {people.map((person) => (
          <li key={person.id}>
            <PersonCard person={person} isSelf={person.id === ownId} />
          </li>
        ))}
      </ul>
      <InvitationList invitations={invitations} />
      <HouseState house={house} />
      <DeedList deeds={deeds} />
    </div>
  );
}
