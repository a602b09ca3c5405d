import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TREATMENT_NAMES } from '#jobs/story/order/treatments.ts';
import { writeScript } from '#jobs/studio/storyteller/write.ts';
import { wordFaults } from '#tests/tools/gallery/review/lost-words.ts';

/** Pieces that stories are written of, as they come from people's keyboards. */
const piece = fc.oneof(
  fc.constantFrom(
    'She came home.',
    'Nobody knew why…',
    '“Wait,” he said, “for me.”',
    '"Courage is grace." — Anna Held, 1901',
    'On March 3, 1994, a man checked in.',
    'It cost $1,240 – not $1,300.',
    'Am 10. Februar kam er.',
    'How? Nobody asked!',
    'Dr. Lee lives at 5 Maple Dr.',
    '3–1 in the 90th minute',
    '¿Y ahora? ¡Nada!',
    '古池や、蛙飛びこむ水の音。',
    'तुम देर से नहीं हो।',
    'لم يعرف أحد السر.',
    'THE END',
    '🎉 free 🎉',
    '(almost)',
    '#story #viral',
  ),
  fc
    .constantFrom('Mum: are you home?', 'Me: almost 😅', '[11:42 PM] Me: why', 'Ben: ok')
    .map((line) => `\n${line}\n`),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('Paris', 'Salt the water.', 'Sleep'))
    .map(([number, item]) => `\n${number}. ${item}\n`),
  fc.constantFrom('\n\n', '\n', ' ', '\t', '   '),
  fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,14}[.?!]$/),
);
const story = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(' '));

it('whatever is written, and however it is told, no word is lost and none is added', () => {
  fc.assert(
    fc.property(
      story,
      fc.constantFrom(null, ...TREATMENT_NAMES),
      fc.constantFrom(null, 1, 3, 8),
      fc.constantFrom('en', 'de', 'ja', 'hi'),
      (text, treatment, sceneCount, language) => {
        const request = { story: text, title: null, sceneCount, language };
        const { scenes } = writeScript({ ...request, ...(treatment && { treatment }) });
        const told = scenes.map(({ narration, form }) => ({ narration, form: form ?? null }));
        const { lost, added } = wordFaults(text, told);
        // The mark of an item that is in no list is said; the story without its marks does not have it.
        expect({ lost, added: added.filter((word) => !/^\d$/.test(word)) }).toEqual({ lost: [], added: [] });
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);
