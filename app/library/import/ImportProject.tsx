import { Form, useNavigation } from '@remix-run/react';
import type { PublicFault } from '#app/http/api-fault.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { PROJECT_EXTENSION, PROJECT_FIELD } from '#jobs/story/project/project-name.ts';

const ADDRESS = '/import';

/**
 * The form that takes a project file in, and leads to its video.
 * @param fault why the last one was refused
 */
export function ImportProject({ fault = null }: { fault?: PublicFault | null }) {
  const { t, told } = useWords();
  const { state, formAction } = useNavigation();
  const isSending = state !== 'idle' && formAction === ADDRESS;
  return (
    <Form className="import-project" method="post" action={ADDRESS} encType="multipart/form-data">
      <label htmlFor="project-file">{t('Project file')}</label>
      <p className="field-hint" id="project-file-hint">
        {t('Its name ends in {{ending}}; “Take it along” on a video’s page makes one.', {
          ending: PROJECT_EXTENSION,
        })}
      </p>
      <input
        id="project-file"
        name={PROJECT_FIELD}
        type="file"
        accept=".zip,application/zip"
        required
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'project-file-fault project-file-hint' : 'project-file-hint'}
      />
      {fault && (
        <p className="field-message" id="project-file-fault" role="alert">
          <Icon name="alert" />
          <span>
            <strong>{told(fault.message)}</strong> {told(fault.hint)}
          </span>
        </p>
      )}
      <button className="button" type="submit" disabled={isSending}>
        {t(isSending ? 'Taking it in…' : 'Bring it in')}
      </button>
    </Form>
  );
}
