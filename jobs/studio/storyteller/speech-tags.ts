/** Sentences that only say who has spoken: they belong to the quotation before them. */

/** Longer ones tell more than that, in UTF-16 code units. */
const LONGEST_TAG = 60;

/** In languages that write no capitals, where a small letter cannot show that the sentence goes on. */
const TAGS: readonly RegExp[] = [
  // English after “!” or “?”, with a capital all the same.
  /^(?:[Ss]he|[Hh]e|[Tt]hey|I|\p{Lu}\p{Ll}+) (?:said|asked|cried|whispered|shouted|called|replied|answered)\b/u,
  // Japanese
  /^(?:と|って|なんて)/u,
  // Chinese
  /^[^。！？：“「]{1,8}(?:说|說|问|問|道|喊|叫|答|笑)(?:道|着|著)?[。，！？]/u,
  // Korean: the verb comes last, or the quoting particle first.
  /^(?:하고|라고|이라고|고)\s|(?:말했|물었|대답했|외쳤|소리쳤|속삭였|중얼거렸)\S*$/u,
  // Arabic
  /^(?:و|ف)?(?:قالت?|سألت?|صاحت?|همست?|أجابت?|ردت?|هتفت?|نادى|نادت|صرخت?)(?:\s|$)/u,
  // Persian
  /(?:گفت|پرسید|پاسخ داد|جواب داد|فریاد زد)[.!؟]?$/u,
  // Hebrew
  /^(?:אמרה?|שאלה?|קראה?|ענה|ענתה|לחשה?|צעקה?)(?:\s|$)/u,
  // Hindi
  /^\S+(?:\s\S+){0,4}\s(?:कहा|पूछा|बोला|बोली|बोले|चिल्लाया|चिल्लाई|फुसफुसाया|फुसफुसाई)[।.]?$/u,
  // Thai
  /^\S{1,16}(?:ถาม|พูด|ตอบ|กล่าว|ร้อง|บอก|กระซิบ|ตะโกน)\S{0,8}$/u,
];

/** Whether a sentence after a closing quotation mark says who spoke. One that quotes itself does not. */
export function isSpeechTag(sentence: string): boolean {
  if (sentence.length > LONGEST_TAG || /[“„«「『"]/u.test(sentence)) return false;
  const plain = sentence.replace(/[.!?。]+$/u, '');
  return TAGS.some((tag) => tag.test(sentence) || tag.test(plain));
}
