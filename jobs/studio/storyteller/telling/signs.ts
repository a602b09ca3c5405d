/** Words and ways of writing by which kinds of telling are known, and how much each says. */
import type { Treatment } from '#jobs/story/order/treatments.ts';

/** Kinds that are told by their words; the others are told by the form of their lines. */
export type WordedTreatment = Exclude<Treatment, 'chat' | 'list' | 'quotes'>;

/** Places where it is found, each worth so much. */
export type Sign = readonly [worth: number, found: RegExp];

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const UNIT =
  'percent|per cent|million|billion|trillion|light-?years?|degrees|kilomet\\w+|met(?:re|er)s?|miles?|feet|tons?|tonnes?|kilos?|kilograms?|pounds of|times (?:as|more|faster|bigger)|km|kg|°|%|Meter|Kilo(?:meter|gramm)?|Tonnen|metros|kilómetros|toneladas|mètres';

/** What each kind is known by. “I” and “you” are counted outside of what is quoted. */
export const SIGNS: Readonly<Record<WordedTreatment, readonly Sign[]>> = {
  confession: [
    [1, /\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself)\b/g],
    [1, /\b(?:yo|mi|mis|ich|mein\p{Ll}*|je|j'ai|mon|ma|mes|eu|meu|minha|io|mio|mia)(?!\p{L})/giu],
    // Written as people write on a telephone.
    [
      1,
      /\bi(?:'(?:m|ve|d|ll)\b| (?:was|am|had|have|do|did|didn't|don't|know|think|never|just|said|told|went|got|worked|saw|still|asked|wanted|quit|kept)\b)/g,
    ],
    [1, /मैं|मेर[ीेा]|मुझे|私|僕|俺/gu],
    [8, /\b(?:AITA|AITAH|TIFU|WIBTA)\b/g],
    [5, /\bnever told any(?:one|body)|\bI have to confess\b|\bconfession\b/gi],
  ],
  fact: [
    [3, /\b(?:did you know|wusstest du|sabías que|le saviez-vous|sabia que)\b|って知って/giu],
    [2, /\b(?:that(?:'s| is) why|here(?:'s| is) (?:how|why)|turns out|in fact|scientists?|researchers?)\b/gi],
    [1.5, /\b(?:why|how) (?:do|does|did|is|are|can|could|it works)\b|なぜ|でしょうか|^warum|¿por qué/giu],
    [1, new RegExp(`\\d[\\d.,]*\\s?(?:${UNIT})`, 'giu')],
    [1, /約?\d+(?:[.,]\d+)?\s?(?:メートル|キロ|トン|倍|人分|度|年前|%|パーセント|回)/gu],
    [0.7, /\b(?:1[0-9]|20)\d\d\b|\bcentur(?:y|ies)\b|\bBC\b|Jahrhundert|\bsiglo\b/gu],
    [
      0.7,
      /\b(?:species|molecules?|atoms?|cells?|energy|gravity|planet|earth|sun|moon|brain|wave|engine|chip|sensor|temperature|pressure|oxygen|ocean|empire|emperor|parliament|army|war|navy|astronomers?|engineers?|inventor|invented|discovered|on average|called|because|instead|actually|imagine)\b/gi,
    ],
    [1.5, /地球|世界一|いちばん|動物|宇宙|科学/gu],
  ],
  'how-to': [
    [
      2,
      /\b(?:step \d|make sure|recipe|ingredients|how to|teaspoons?|tablespoons?|cups? of)\b|(?<!\p{L})(?:Schritt|Rezept|receta|recette|receita)(?!\p{L})/giu,
    ],
    [
      1,
      /\b(?:first,|next,|then,|finally,|add|mix|stir|preheat|chop|boil|bake|whisk|pour|fold|press|click|open your|turn off|turn on|set the|wipe|soak|rinse|place|minutes)\b/gi,
    ],
    [2, /方法|やり方|作り方|材料|コツ/gu],
    [1.2, /まず、|次に、|最後に|つ目|小さじ|大さじ|てください|ましょう|分いため|मिलाएँ|चम्मच/gu],
    [
      1,
      /(?<!\p{L})(?:zuerst|danach|anschließend|primero|luego|después,|d'abord|ensuite|primeiro|depois,)(?!\p{L})/giu,
    ],
  ],
  persuasion: [
    [0.8, /\b(?:you|your|yourself|yours)\b/gi],
    [
      0.8,
      /(?<!\p{L})(?:deine?\p{Ll}*|dich|dir|tu|tus|ton|ta|tes|você|teu|tua)(?!\p{L})|तुम\p{L}*|あなた|君/giu,
    ],
    [
      2,
      /\b(?:discipline|success|goals?|dreams?|believe in|excuses?|mindset|hustle|comfort zone|potential|motivation|never give up|give up|keep going|nobody is coming|start today|stop waiting|one day you|a year from now|prove|promise you)\b/gi,
    ],
    [1.5, /(?<!\p{L})(?:मत|करो|लगाओ|पढ़ो|दौड़ो|उठो|चलो|मानो|सोचो|बनो|छोड़ो|हार)(?!\p{L})/gu],
    [
      1.5,
      /(?<!\p{L})(?:aufgeben|fang an|Ausrede\p{Ll}*|empieza|excusas?|ríndete|rendirse|abandonne|desista|comece)(?!\p{L})/giu,
    ],
    [3, /\b(?:help us|join us|we are raising|we're raising|be part of|invest in|sign the|donate)\b/gi],
  ],
  news: [
    [
      1.6,
      /\b(?:police|officers?|investigators?|detectives?|sheriff|suspects?|arrested|charged with|authorities|officials?|spokes(?:man|woman|person)|found dead|murder\w*|autopsy|coroner|coast guard|alibi|the case|cold case|body was|no body|motive|stolen)\b/gi,
    ],
    [
      1,
      /\b(?:witness\w*|reported|victims?|missing|disappeared|vanished|crime|evidence|warned|mayor|council|residents?|according to|court|trial|widow|(?:on|since) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b/gi,
    ],
    [
      1.6,
      /(?<!\p{L})(?:Polizei|Sprecher(?:in)?|nach Angaben|Bürgermeister(?:in)?|Rathaus\p{Ll}*|Stadtrat|Behörden?|seit Montag|verletzt|teilte mit|policía|alcalde|autoridades|según|detenid[oa]|police|mairie|gendarmes|polícia|prefeito|segundo a)(?!\p{L})/giu,
    ],
    // “Brackwater, Oregon. November 9, 1978.”, “Moorhausen, 12. Mai.”
    [
      4,
      new RegExp(
        `^\\p{Lu}[\\p{L} .'-]+, ?(?:\\p{Lu}[\\p{L} ]+[.,—–-]\\s*)?(?:(?:${MONTH})\\.? \\d{1,2}|\\d{1,2}\\.? (?:de )?(?:${MONTH}))`,
        'gmu',
      ),
    ],
  ],
  advert: [
    [2.5, /(?:only|just|from|instead of|for)\s[$€£]\s?\d|% off\b|[☎📍⏰👉🛒]/giu],
    [
      1.6,
      /\b(?:opens? (?:on|at|this)|order (?:now|online)|shop now|buy (?:one|now)|sale|discount|free shipping|limited|visit us|book (?:now|today|online|a table)|walk in|link in bio|handmade|open (?:daily|every day)|call us|subscribe|no appointment|guaranteed?|customers?|grand opening)\b/gi,
    ],
    [0.7, /\b(?:we|we're|our|us)\b/gi],
    [0.7, /[✅✔]/gu],
    [
      2,
      /(?<!\p{L})(?:jetzt (?:bestellen|buchen)|Angebot|oferta|descuento|compra ya|réservez|promotion|promoção)(?!\p{L})/giu,
    ],
  ],
  biography: [
    [
      1.5,
      /\b(?:was born|born in|grew up|died in|died on|at the age of|awarded|nobel|invented|discovered|published|married)\b/gi,
    ],
    [1.5, /(?<!\p{L})(?:geboren|nació|murió|est née?|nasceu|morreu|wurde \d{4})(?!\p{L})|に生まれ|में जन्म/giu],
    [0.5, /\b(?:1[5-9]|20)\d\d\b/g],
  ],
  tale: [
    [
      4,
      /\b(?:once upon a time|long ago|once (?:there|lived)|there (?:once|lived) |érase|había una vez|es war einmal|il était une fois|era uma vez|c'era una volta|cuentan)\b|昔々|むかしむかし/giu,
    ],
    [
      1,
      /\b(?:there was|said|asked|whispered|replied|cried|answered|laughed|suddenly|one (?:day|night|morning|evening)|that night|the next (?:day|morning)|at dawn|(?:a|an|the) (?:king|queen|prince|princess|fox|hare|rabbit|bear|wolf|owl|mouse|dragon|snail|goat|crow|boy|girl|old man|old woman|little))\b/gi,
    ],
    [0.7, /\b(?:he|she|his|her|him)\b/gi],
  ],
};

/** How much in a hundred words makes a kind sure. */
export const SURE: Readonly<Record<WordedTreatment, number>> = {
  confession: 6,
  fact: 4,
  'how-to': 6,
  persuasion: 7,
  news: 4,
  advert: 5,
  biography: 2.6,
  tale: 5,
};
