/** One place of a text at which somebody is spoken of. */

import type { Action, Look } from '#jobs/story/film/scene-reading.ts';
import type { Age } from './ages';
import type { Sex } from './lexicon/subject-forms';
import type { Pronoun, PronounUse } from './pronouns';
import type { Relation } from './relations';

export interface Mention {
  name: string | null;
  /** A key of the lexicon of subjects; null where only a name or a pronoun is given. */
  subject: string | null;
  role: string | null;
  look: Look | null;
  pronoun: Pronoun | null;
  /** The rest of a full name: `Sato` of “Yuki Sato”. */
  surname: string | null;
  /** What the tagger, a title or a relation makes of them. */
  sex: Sex | null;
  /** What “little”, “old” or stated years say; null where nothing does. */
  age: Age | null;
  /** What they are to whom the text speaks of, such as `mother`; null for nothing. */
  relation: Relation | null;
  /** What the sentence says of their hair and clothes. */
  wears: Partial<Look> | null;
  action: Action | null;
  count: number;
  /** Number of the sentence in the text. */
  sentence: number;
  /** Whether they are only spoken of: “Theo’s coat”, “a letter from her grandfather”, “about the king”. */
  aside: boolean;
  /** Whether an article brings them in as someone new: “a tall woman”. */
  indefinite: boolean;
  /** Whether a pronoun owns them: “his mother”. An animal's relations are animals too. */
  owned: boolean;
  /** Whose pronoun that is: `female` for “her”; null for none, “my” and their like. */
  owner: Sex | null;
  use: PronounUse;
}
