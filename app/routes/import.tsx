/** Import: a project file becomes a video of this machine. */
import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { asApiFault, type PublicFault } from '#app/http/api-fault.ts';
import { takeProjectIn } from '#app/http/project-upload.server.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { ImportProject } from '#app/library/import/ImportProject.tsx';

export const meta: MetaFunction = ({ matches }) => {
  const { t } = titleWords(matches);
  return [
    { title: t('Bring a project · StoryShort') },
    {
      name: 'description',
      content: t('Take a video in that was made elsewhere, with all that it is made of.'),
    },
  ];
};

/** Why a file was not taken in: the same from here and from the guards before. */
interface Refused {
  error: PublicFault;
}

export async function action({ request, context }: ActionFunctionArgs) {
  try {
    const { videoId } = await takeProjectIn(context, request);
    return redirect(`/video/${videoId}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    return json<Refused>({ error: refused.fault }, { status: refused.status });
  }
}

export default function Import() {
  const { t } = useWords();
  const refused = useActionData<Refused>();
  return (
    <div className="page-width">
      <header className="page-head">
        <h1>{t('Bring a project')}</h1>
        <p className="lead">
          {t(
            'A project file holds a video with its storyboard, voices, pictures and film. What it holds is not made again.',
          )}
        </p>
      </header>
      <ImportProject fault={refused?.error ?? null} />
    </div>
  );
}
