/** Reads the further formats of an order, not trusted to be anything. Pure. */
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
 */
export function readFormats(
  value: unknown,
  own: VideoOptions,
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
    if (wrong.length > 0) issues.push(...wrong.map((issue) => inFormat(at, issue)));
    else formats.push(wholeFormat(entry, own));
  }
  const all = [formatOf(own), ...formats];
  const double = all.findIndex((one, at) => all.slice(0, at).some((before) => isSameFormat(before, one)));
  if (issues.length === 0 && double > 0) {
    issues.push({
      code: 'formats_equal',
      message: `Format ${double} is the same as ${isSameFormat(formatOf(own), all[double] as FilmFormat) ? 'the film itself' : 'one before it'}.`,
      hint: 'Let each be of another shape or have its captions elsewhere, or leave it out.',
    });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, formats };
}

function wholeFormat(entry: Readonly<Record<string, unknown>>, own: VideoOptions): FilmFormat {
  const said = FORMAT_OPTIONS.filter((name) => !isBlank(entry[name])).map((name) => [name, entry[name]]);
  return formatOf(videoOptionsSchema.parse({ ...own, ...Object.fromEntries(said) }));
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
