/** The form's contents from and to requests. Pure. */
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';

/** Everything the form shows, as text. */
export type FormValues = Record<
  | 'story'
  | 'title'
  | 'style'
  | 'quality'
  | 'voice'
  | 'voiceTone'
  | 'speed'
  | 'language'
  | 'captions'
  | 'music'
  | 'format'
  | 'writing'
  | 'seconds'
  | 'tone',
  string
>;

/** The form before anything is typed. */
export function emptyForm(): FormValues {
  const { style, voice, speed, language, captions, music, format } = videoOptionsSchema.parse({});
  const writing = { writing: 'keep-my-words', seconds: '60', tone: 'auto' };
  // Which quality and voice are shown then is for the connected services to say.
  const services = { quality: '', voiceTone: '' };
  return {
    story: '',
    title: '',
    style,
    voice,
    speed,
    language,
    captions,
    music,
    format,
    ...writing,
    ...services,
  };
}

/** What was sent, to be shown again; fields that are absent or no text are as in an empty form. */
export function sentForm(fields: Readonly<Record<string, unknown>>): FormValues {
  const values = emptyForm();
  for (const name of Object.keys(values) as (keyof FormValues)[]) {
    const sent = fields[name];
    // A NUL byte cannot be shown in a page.
    if (typeof sent === 'string') values[name] = sent.replaceAll('\0', '');
  }
  return values;
}

/** The issue of each field, the first one where there are several. */
export function issuesByField(issues: readonly DraftIssue[]): Partial<Record<DraftField, DraftIssue>> {
  const byField: Partial<Record<DraftField, DraftIssue>> = {};
  for (const issue of issues) byField[issue.field] ??= issue;
  return byField;
}
