import { useState } from 'react';
import type { DraftField, DraftIssue } from '../../jobs/domain/draft';
import { LENGTH_CHOICES, TONE_CHOICES, WRITING_CHOICES } from '../views/writing-choices';
import { ChoiceCards } from './ChoiceCards';

interface WritingOptionsProps {
  chosen: Record<'writing' | 'seconds' | 'tone', string>;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

/** Whose words tell the story; length and tone where they are the model's. */
export function WritingOptions({ chosen, issueOf }: WritingOptionsProps) {
  const [writing, setWriting] = useState(chosen.writing);
  return (
    <>
      <ChoiceCards
        field="writing"
        legend="Words"
        choices={WRITING_CHOICES}
        chosen={chosen.writing}
        issue={issueOf('writing')}
        onChoose={setWriting}
      />
      {writing === 'write-for-me' && (
        <>
          <ChoiceCards
            field="seconds"
            legend="Length"
            choices={LENGTH_CHOICES}
            chosen={chosen.seconds}
            issue={issueOf('seconds')}
          />
          <ChoiceCards
            field="tone"
            legend="Tone"
            choices={TONE_CHOICES}
            chosen={chosen.tone}
            issue={issueOf('tone')}
          />
        </>
      )}
    </>
  );
}
