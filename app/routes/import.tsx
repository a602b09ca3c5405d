/** Import: a project file becomes a video of this machine. */
import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { asApiFault, type PublicFault } from '#app/http/api-fault.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { withProjectFile } from '#app/http/project-upload.server.ts';
import { ImportProject } from '#app/library/import/ImportProject.tsx';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { importProject } from '#jobs/work/handoff/import-project.server.ts';

export const meta: MetaFunction = () => [
  { title: 'Bring a project · StoryShort' },
  { name: 'description', content: 'Take a video in that was made elsewhere, with all that it is made of.' },
];

/** Why a file was not taken in: the same from here and from the guards before. */
interface Refused {
  error: PublicFault;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { backend } = context;
  try {
    await holdQuota(backend, backend.ownerId);
    const { videoId } = await withProjectFile(request, backend.storage, (file) =>
      importProject(backend, file),
    );
    await noteDeed(context, 'video.taken_in', videoId);
    return redirect(`/video/${videoId}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    return json<Refused>({ error: refused.fault }, { status: refused.status });
  }
}

export default function Import() {
  const refused = useActionData<Refused>();
  return (
    <div className="page-width">
      <header className="page-head">
        <h1>Bring a project</h1>
        <p className="lead">
          A project file holds a video with its storyboard, voices, pictures and film. What it holds is not
          made again.
        </p>
      </header>
      <ImportProject fault={refused?.error ?? null} />
    </div>
  );
}
