/** What kind of telling a story is, from how it is written. Pure. */
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { chatLines, chatShare } from './chat-lines';
import { toldList } from './list-items';
import { sayingsOf } from './sayings';

export interface Telling {
  treatment: Treatment;
  /** 0 to 1. */
  confidence: number;
  /** What shows it. */
  why: string;
}

/** Signs in a text's words, each counted once for each place where it stands. */
const SIGNS: Readonly<Record<Exclude<Treatment, 'chat' | 'list' | 'quotes'>, RegExp>> = {
  confession:
    /\b(?:I|I'm|I’ve|I've|I’m|I'd|me|my|mine|myself|AITA|TIFU)\b|\b(?:yo|mi|mis|ich|mein|meine|je|j'ai|j’ai|mon|ma|mes|nous|eu|meu|minha|io|mio|mia)\b|(?:मैं|मेरी|मेरे|मेरा|私|僕|俺)/giu,
  fact: /\b(?:did you know|why (?:do|does|is|are|did)|how (?:do|does|did)|that is why|scientists?|according to|percent|per cent|million|billion|light-?years?|degrees|kilomet\w+|species|molecules?|atoms?|on average|every (?:day|year|second)|wusstest du|sabías que|le saviez-vous|sabia que)\b|\d+\s?%/giu,
  'how-to':
    /\b(?:step \d|first,|next,|then,|add|mix|stir|preheat|chop|boil|bake|whisk|pour|cut|fold|press|click|open your|turn off|turn on|set the|make sure|recipe|ingredients|minutes|teaspoons?|tablespoons?|cups? of)\b|(?:材料|小さじ|大さじ|分いため|作り方|मिलाएँ|चम्मच)/giu,
  persuasion:
    /\b(?:you|your|yourself|don't|stop|start|never give up|discipline|success|goals?|dreams?|believe|excuses?|mindset|hustle|comfort zone|deine?|dich|tu|tus|você|ton|ta|tes)\b|(?:तुम|तुम्हारे|あなた|君)/giu,
  news: /\b(?:police|officers?|investigators?|detectives?|witness\w*|suspects?|arrested|charged|authorities|reported|officials?|victims?|missing|found dead|murder\w*|crime|evidence|autopsy|case|warned|(?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|coast guard|mayor|according to|polizei|policía|police|polícia)\b/giu,
  advert:
    /(?:(?:only|just|from|instead of|for)\s[$€£]\s?\d|% off\b|[☎📍⏰]|\b(?:opens?|opening|guests?|order now|shop now|buy|sale|discount|free shipping|limited|visit us|book (?:now|today)|link in bio|our (?:shop|store|café|cafe|studio|bakery|team)|handmade|open (?:daily|every day)|call us|order|subscribe|jetzt|angebot|oferta)\b)/giu,
  biography:
    /\b(?:was born|born in|grew up|died in|died on|awarded|nobel|invented|discovered|published|married in|geboren|nació|nació en|est née?|nasceu|wurde \d{4})\b/giu,
  tale: /\b(?:once upon a time|once|there (?:was|were|lived)|said|asked|whispered|replied|cried|suddenly|one (?:day|night|morning|evening)|the (?:king|queen|prince|princess|fox|hare|rabbit|bear|wolf|owl|mouse|dragon|old man|old woman|little)|érase|había una vez|es war einmal|il était une fois|era uma vez|c'era una volta)\b/giu,
};

/** How many signs in a hundred words make it sure. */
const SURE: Readonly<Record<keyof typeof SIGNS, number>> = {
  confession: 6,
  fact: 3,
  'how-to': 5,
  persuasion: 8,
  news: 3,
  advert: 3,
  biography: 1.4,
  tale: 2.4,
};

/** The kind of telling that a text shows most clearly; a told story where nothing shows. */
export function tellingOf(story: string): Telling {
  const chat = chatShare(chatLines(story));
  if (chat >= 0.6)
    return { treatment: 'chat', confidence: chat, why: 'lines that begin with who writes them' };
  const list = toldList(story);
  const sayings = sayingsOf(story);
  if (sayings.length >= 2)
    return { treatment: 'quotes', confidence: 0.9, why: `${sayings.length} sayings with their authors` };
  const words = Math.max(1, (story.match(/[\p{L}\p{N}]+/gu) ?? []).length);
  const scores = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((treatment) => {
    const count = (story.match(SIGNS[treatment]) ?? []).length;
    return { treatment, count, score: (count * 100) / words / SURE[treatment] };
  });
  const of = (name: keyof typeof SIGNS) => scores.find(({ treatment }) => treatment === name)?.score ?? 0;
  if (list) {
    // Steps are a list too, but of things to do.
    if (of('how-to') >= 0.9)
      return { treatment: 'how-to', confidence: 0.9, why: `${list.items.length} steps` };
    return { treatment: 'list', confidence: 0.9, why: `${list.items.length} items with their marks` };
  }
  const adjusted = scores.map((one) => ({ ...one, score: one.score * weightOf(one.treatment, of) }));
  const best = adjusted.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < 0.35)
    return { treatment: 'tale', confidence: 0.3, why: 'nothing that shows another kind' };
  return {
    treatment: best.treatment,
    confidence: Math.min(1, best.score),
    why: `${best.count} signs in ${words} words`,
  };
}

/** A story told by “I” may have police, numbers and a “you” in it and stays one. */
function weightOf(treatment: keyof typeof SIGNS, of: (name: keyof typeof SIGNS) => number): number {
  const first = of('confession');
  switch (treatment) {
    case 'news':
    case 'fact':
    case 'biography':
      return first > 0.6 ? 0.4 : 1.15;
    case 'persuasion':
      return first > 0.8 ? 0.6 : 0.9;
    case 'tale':
      return first > 0.8 ? 0.5 : 1;
    default:
      return 1;
  }
}
