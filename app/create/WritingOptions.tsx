import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import { ChoiceCards } from './ChoiceCards';
import { LENGTH_CHOICES, TONE_CHOICES, WRITING_CHOICES } from './writing-choices';

interface WritingOptionsProps {
  chosen: Record<'writing' | 'seconds' | 'tone', string>;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

/**
 * Whose words tell the story; length and tone where they are the model's. The style sheet alone hides these in
 * the other case, so that they work without script; they are ignored there.
 */
export function WritingOptions({ chosen, issueOf }: WritingOptionsProps) {
  return (
    <div className="writing-options">
      <ChoiceCards
        field="writing"
        legend="Words"
        choices={WRITING_CHOICES}
        chosen={chosen.writing}
        issue={issueOf('writing')}
      />
      <div className="written-film">
        <ChoiceCards
          field="seconds"
          legend="Length"
          choices={LENGTH_CHOICES}
          chosen={chosen.seconds}
          issue={issueOf('seconds')}
          look="pills"
        />
        <ChoiceCards
          field="tone"
          legend="Tone"
          choices={TONE_CHOICES}
          chosen={chosen.tone}
          issue={issueOf('tone')}
          look="pills"
        />
      </div>
    </div>
  );
}
