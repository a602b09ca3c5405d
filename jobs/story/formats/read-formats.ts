/** Reads the further formats of an order, not trusted to be anything. Pure. */
import { checkCaptions, translatedInto } from '#jobs/story/language/caption-language.ts';
import { isBlank, readOption } from '#jobs/story/order/option-reading.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import { type FilmFormat, FORMAT_OPTIONS, formatOf, isSameFormat, MOST_FORMATS } from './film-format';

/** Why formats are refused; the same form as the issues of a draft. */
interface FormatIssue {
  code: string;
  message: string;
  hint: string;
}

const HINT = `Send a list of at most ${MOST_FORMATS} objects such as {"format": "16:9"}; what one leaves out is as in the order.`;

/**
 * The further formats, each whole: what one does not say is as the order has it.
 * @param value a list of objects, or in a form its JSON; blank for none
 * @param own the order's options
 * @param canTranslate whether captions can be had in other languages than the story's
 */
export function readFormats(
  value: unknown,
  own: VideoOptions,
  { story, canTranslate }: { story: string; canTranslate: boolean },
): { ok: true; formats: FilmFormat[] } | { ok: false; issues: FormatIssue[] } {
  if (isBlank(value)) return { ok: true, formats: [] };
  const entries = typeof value === 'string' ? parsed(value) : value;
  if (!Array.isArray(entries) || !entries.every(isObject)) {
    const message = 'The formats are not a list of what is to be different in each.';
    return { ok: false, issues: [{ code: 'formats_not_a_list', message, hint: HINT }] };
  }
  if (entries.length > MOST_FORMATS) {
    const message = `There are ${entries.length} further formats, and ${MOST_FORMATS} at most can be made of one order.`;
    return { ok: false, issues: [{ code: 'formats_too_many', message, hint: HINT }] };
  }
  const issues: FormatIssue[] = [];
  const formats: FilmFormat[] = [];
  for (const [at, entry] of entries.entries()) {
    const wrong = FORMAT_OPTIONS.flatMap((name) => {
      const read = isBlank(entry[name]) ? null : readOption(name, OPTIONS[name], entry[name]);
      return read && !read.ok ? [read.issue] : [];
    });
    if (wrong.length === 0) {
      const options = videoOptionsSchema.parse({ ...own, ...saidIn(entry) });
      const untranslatable = checkCaptions({ story, options }, canTranslate);
      if (untranslatable) wrong.push(untranslatable);
      else formats.push(plainFormat(story, options));
    }
    issues.push(...wrong.map((issue) => inFormat(at, issue)));
  }
  const all = [plainFormat(story, own), ...formats];
  const double = all.findIndex((one, at) => all.slice(0, at).some((before) => isSameFormat(before, one)));
  if (issues.length === 0 && double > 0) {
    issues.push({
      code: 'formats_equal',
      message: `Format ${double} is the same as ${isSameFormat(all[0] as FilmFormat, all[double] as FilmFormat) ? 'the film itself' : 'one before it'}.`,
      hint: 'Let each be of another shape or have its captions elsewhere, or leave it out.',
    });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, formats };
}

function saidIn(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    FORMAT_OPTIONS.filter((name) => !isBlank(entry[name])).map((name) => [name, entry[name]]),
  );
}

/** A format by what it comes to: the story's own language goes without saying. */
function plainFormat(story: string, options: VideoOptions): FilmFormat {
  return { ...formatOf(options), captionLanguage: translatedInto({ story, options }) ?? 'auto' };
}

const inFormat = (at: number, issue: FormatIssue): FormatIssue => ({
  ...issue,
  message: `Format ${at + 1}: ${issue.message}`,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
