import { Form } from '@remix-run/react';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { PublishingTarget } from '#jobs/db/publishing/publishing-accounts.server.ts';
import {
  CATEGORIES,
  LONGEST_TITLE,
  PRIVACIES,
  type PublishingWords,
} from '#jobs/story/publishing/publishing-choices.ts';
import type { PublishingIssue } from '#jobs/story/publishing/publishing-request.ts';

interface PublishFormProps {
  videoId: string;
  targets: readonly PublishingTarget[];
  suggested: PublishingWords;
  /** Whether this film was published before: it is asked for once more on purpose. */
  isAgain: boolean;
  /** What was typed and refused. */
  typed?: Readonly<Record<string, string>>;
  issues?: readonly PublishingIssue[];
}

/** Where a film is to be published, and under which words. */
export function PublishForm({
  videoId,
  targets,
  suggested,
  isAgain,
  typed = {},
  issues = [],
}: PublishFormProps) {
  const { t, told } = useWords();
  const open = targets.filter(({ isLost }) => !isLost);
  const value = (name: string, usual: string) => typed[name] ?? usual;
  const issueOf = (field: PublishingIssue['field']) => issues.find((issue) => issue.field === field);
  return (
    <Form method="post" action={`/publish/${videoId}`} className="publish-form">
      <input type="hidden" name="intent" value="publish" />
      <label>
        <span className="field-label">{t('Where')}</span>
        <select name="target" className="text-input" defaultValue={value('target', open[0]?.id ?? '')}>
          {open.map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {kind === 'youtube' ? `YouTube: ${name}` : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="field-label">{t('Title')}</span>
        <input
          name="title"
          className="text-input"
          dir="auto"
          required
          maxLength={LONGEST_TITLE}
          defaultValue={value('title', suggested.title)}
          aria-invalid={issueOf('title') ? true : undefined}
        />
        <Issue issue={issueOf('title')} />
      </label>
      <label>
        <span className="field-label">{t('Description')}</span>
        <textarea
          name="description"
          className="text-input"
          dir="auto"
          rows={5}
          defaultValue={value('description', suggested.description)}
          aria-invalid={issueOf('description') ? true : undefined}
        />
        <Issue issue={issueOf('description')} />
      </label>
      <label>
        <span className="field-label">{t('Who may watch it')}</span>
        <select name="privacy" className="text-input" defaultValue={value('privacy', 'private')}>
          {PRIVACIES.map((privacy) => (
            <option key={privacy} value={privacy}>
              {t(PRIVACY_WORDS[privacy])}
            </option>
          ))}
        </select>
        <Issue issue={issueOf('privacy')} />
      </label>
      <label>
        <span className="field-label">{t('Category')}</span>
        <select name="category" className="text-input" defaultValue={value('category', '24')}>
          {Object.entries(CATEGORIES).map(([id, words]) => (
            <option key={id} value={id}>
              {told(words)}
            </option>
          ))}
        </select>
        <Issue issue={issueOf('category')} />
      </label>
      <fieldset>
        <legend className="field-label">{t('Is it made for children?')}</legend>
        <p className="field-hint">{t('YouTube has to be told; only you know.')}</p>
        {(['no', 'yes'] as const).map((answer) => (
          <label key={answer} className="publish-answer">
            <input
              type="radio"
              name="madeForKids"
              value={answer}
              required
              defaultChecked={typed.madeForKids === answer}
            />
            {t(answer === 'yes' ? 'Yes, it is made for children' : 'No, it is not')}
          </label>
        ))}
        <Issue issue={issueOf('madeForKids')} />
      </fieldset>
      {isAgain && (
        <label className="publish-answer">
          <input type="checkbox" name="again" value="yes" defaultChecked={typed.again === 'yes'} />
          {t('Also where this very film was published already')}
        </label>
      )}
      <button type="submit" className="button button-primary">
        <Icon name="share" /> {t('Publish')}
      </button>
    </Form>
  );
}

const PRIVACY_WORDS = {
  private: phrase('Only you (private)'),
  unlisted: phrase('Whoever has the link (unlisted)'),
  public: phrase('Everybody (public)'),
} as const;

function Issue({ issue }: { issue: PublishingIssue | undefined }) {
  const { told } = useWords();
  if (!issue) return null;
  return (
    <p className="field-message">
      <Icon name="alert" /> <span>{`${told(issue.message)} ${told(issue.hint)}`}</span>
    </p>
  );
}
