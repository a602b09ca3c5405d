/**
 * The forms in which a scene is told where no picture is drawn: what each of them shows, and the look that they
 * share. What stands in a form is the author's own; a form adds no word and leaves none out.
 */
import { z } from 'zod';

/** The looks of films: those of their pictures. */
export const FORM_STYLES = ['papercut', 'watercolor', 'gouache', 'neon', 'silhouette'] as const;
export type FormStyle = (typeof FORM_STYLES)[number];

/** How a film feels: chooses among a style's palettes, and how lively things move. */
export const TEMPERS = ['bright', 'tender', 'sober', 'dark'] as const;
export type Temper = (typeof TEMPERS)[number];

const line = z.string().trim().min(1).max(300);

/** A point on the earth, degrees; east and north are positive. */
export const pointSchema = z.object({ lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
export type Point = z.infer<typeof pointSchema>;

const MAX_MESSAGES = 8;
export const MAX_ITEMS = 20;
export const MAX_ICONS = 3;

export const messageSchema = z.object({
  /** As the author names them, such as `Mum`. */
  who: line,
  text: z.string().trim().min(1).max(1000),
  /** The one who tells, or who writes first, is on the right. */
  side: z.enum(['left', 'right']),
  /** A time that the author gives, such as `11:42 PM`. */
  time: z.string().max(40).optional(),
});
export type Message = z.infer<typeof messageSchema>;

export const LIST_MARKS = ['number', 'countdown', 'check', 'bullet'] as const;

export const formSchema = z.discriminatedUnion('kind', [
  /** The scene's words themselves, large. */
  z.object({
    kind: z.literal('words'),
    /** Some of the scene's words, which are set largest; absent to let the form choose. */
    stress: line.optional(),
  }),
  /** A saying of somebody's. */
  z.object({
    kind: z.literal('quote'),
    /** Who said it; absent where nobody is named. */
    by: line.optional(),
    /** What is told of them, such as `1803–1882`. */
    about: line.optional(),
  }),
  /** A figure that grows to its value; of several, bars or a line. */
  z.object({
    kind: z.literal('number'),
    value: z.number(),
    /** The value as it is written, with what belongs to it: `$1,200`, `73%`, `1903`, `3–1`. */
    shown: line,
    /** What is counted, in the author's words. */
    label: line.optional(),
    /** What it was before, where the text says so. */
    before: z.object({ value: z.number(), shown: line }).optional(),
    series: z
      .array(z.object({ label: line, value: z.number() }))
      .min(2)
      .max(8)
      .optional(),
  }),
  /** One item of a list whose other items keep their places. */
  z.object({
    kind: z.literal('list'),
    heading: line.optional(),
    /** All items of the list, short, in the order of the telling. */
    items: z.array(line).min(1).max(MAX_ITEMS),
    /** Which of them the scene is about, from 0. */
    at: z.number().int().nonnegative(),
    mark: z.enum(LIST_MARKS),
  }),
  /** Messages as they come in. */
  z.object({
    kind: z.literal('chat'),
    /** Those that came before and are still in sight, the oldest first. */
    earlier: z.array(messageSchema).max(MAX_MESSAGES),
    /** Those of this scene: their texts, one after the other, are what is said. */
    messages: z.array(messageSchema).min(1).max(MAX_MESSAGES),
  }),
  /** When and where: a line of date and place, and a map where the place is known. */
  z.object({
    kind: z.literal('place'),
    /** As the author writes it: `October 14, 1987`, `Ohio`. */
    date: line.optional(),
    name: line.optional(),
    at: pointSchema.optional(),
    /** ISO 3166-1 numeric code of the country that is marked, such as `840`. */
    country: z.string().length(3).optional(),
    /** Where one goes from there. */
    to: z.object({ name: line, at: pointSchema }).optional(),
  }),
  /** One to three large things, by the names of their drawings: see `remotion/icons`. */
  z.object({
    kind: z.literal('icon'),
    icons: z.array(z.string().min(1).max(80)).min(1).max(MAX_ICONS),
  }),
]);
export type Form = z.infer<typeof formSchema>;
export type FormKind = Form['kind'];
export const FORM_KINDS = formSchema.options.map(({ shape }) => shape.kind.value);

/** A form of that kind. */
export type FormOf<Kind extends FormKind> = Extract<Form, { kind: Kind }>;

/** Forms that show every word of their scene, so that no captions stand beside them. */
const WORDED: ReadonlySet<FormKind> = new Set(['words', 'quote', 'chat']);

export const showsItsWords = ({ kind }: Form): boolean => WORDED.has(kind);

/** What is written in a form besides the scene's words, for its fonts. */
export function textOf(form: Form): string {
  switch (form.kind) {
    case 'words':
    case 'icon':
      return '';
    case 'quote':
      return `“” ${form.by ?? ''} ${form.about ?? ''}`;
    case 'number':
      return [
        form.shown,
        form.label,
        form.before?.shown,
        ...(form.series ?? []).map(({ label }) => label),
        '0123456789',
      ]
        .filter(Boolean)
        .join(' ');
    case 'list':
      return [form.heading, ...form.items, '0123456789'].filter(Boolean).join(' ');
    case 'chat':
      return [...form.earlier, ...form.messages]
        .map(({ who, text, time }) => `${who} ${text} ${time ?? ''}`)
        .join(' ');
    case 'place':
      return [form.date, form.name, form.to?.name, '→▏'].filter(Boolean).join(' ');
  }
}
