/** Captions as a file of Advanced SubStation Alpha, which libass draws. Pure. */
import { captionGrouping, captionPages } from '#remotion/captions/captions.ts';
import { FORMATS, type Word } from '#remotion/contract/story-props.ts';

const { width, height } = FORMATS['9:16'];

/** Large and bold with a thick outline in the lower third, as `pop` writes. */
const STYLE = [
  'Style: Pop,sans-serif,96,&H00FFFFFF,&H00FFFFFF,&H00202020,&H00000000,-1,0,0,0,100,100,0,0',
  ...[1, 8, 0, 2, 80, 80, 480, 1],
].join(',');

/** The word that is being said, in yellow and a little larger. */
const said = (word: string) => String.raw`{\c&H0030D8FF&\fscx108\fscy108}${word}{\r}`;

/**
 * The pages of the film's captions in `pop`, each with the word that is being said standing out.
 * @param words times in ms from the film's beginning
 */
export function assCaptions(words: readonly Word[]): string {
  const pages = captionPages(words, captionGrouping('pop', '9:16'));
  const lines = pages.flatMap((page) => {
    const shown = page.lines.flat();
    return shown.map((word, at) => {
      const text = page.lines
        .map((line) => line.map((each) => (each === word ? said(each.text) : each.text)).join(' '))
        .join(String.raw`\N`);
      const end = shown[at + 1]?.startMs ?? page.endMs;
      return `Dialogue: 0,${clock(word.startMs)},${clock(end)},Pop,,0,0,0,,${text}`;
    });
  });
  return [
    ...['[Script Info]', 'ScriptType: v4.00+', `PlayResX: ${width}`, `PlayResY: ${height}`, ''],
    ...['[V4+ Styles]', `Format: ${STYLE_FIELDS}`, STYLE, ''],
    ...['[Events]', `Format: ${EVENT_FIELDS}`, ...lines, ''],
  ].join('\n');
}

const STYLE_FIELDS = [
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline',
  'StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV',
  'Encoding',
].join(', ');
const EVENT_FIELDS = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';

/** As in 0:00:04.60. */
function clock(ms: number): string {
  const hundredths = Math.round(ms / 10);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  return `${hours}:${two(minutes)}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
