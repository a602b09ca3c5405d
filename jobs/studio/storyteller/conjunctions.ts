/** Words before which a long sentence may be cut, because a new clause begins there. */
import { primaryLanguage } from '#jobs/story/language/language-tag.ts';

const ENGLISH =
  'and but or so because while when where until though although then after before if as which who';

const CONJUNCTIONS: Readonly<Record<string, string>> = {
  en: ENGLISH,
  es: 'y e pero o porque mientras cuando donde hasta aunque entonces después antes si que quien',
  fr: 'et mais ou parce pendant quand lorsque où jusqu puis après avant si que qui dont tandis',
  de: 'und aber oder weil während wenn als wo bis obwohl dann nachdem bevor dass der die das denn',
  it: 'e ed ma o perché mentre quando dove finché sebbene poi dopo prima se che',
  pt: 'e mas ou porque enquanto quando onde até embora então depois antes se que',
  nl: 'en maar of omdat terwijl toen waar tot hoewel daarna nadat voordat als die dat want',
  sv: 'och men eller för medan när där tills fast sedan innan om som att',
  da: 'og men eller fordi mens da når hvor indtil selvom så før hvis som at',
  nb: 'og men eller fordi mens da når hvor til selv så før hvis som at',
  pl: 'i a ale lub bo ponieważ gdy kiedy gdzie aż choć potem zanim jeśli który która które że',
  cs: 'a ale nebo protože když kde až ačkoli pak než jestli který která které že',
  ru: 'и а но или потому пока когда где чтобы хотя потом если который которая которое которые что',
  uk: 'і й та а але або бо поки коли де щоб хоча потім якщо який яка яке які що',
  tr: 've ama veya çünkü ki fakat sonra eğer',
  fi: 'ja mutta tai koska kun missä kunnes vaikka sitten jos joka jotka että',
  id: 'dan tetapi atau karena ketika saat sampai meskipun lalu kemudian jika yang',
  vi: 'và nhưng hoặc vì khi nơi cho rồi sau trước nếu mà',
  ar: 'ثم لكن لكنه لكنها أو لأن لأنه لأنها حتى عندما حين بينما حيث إذا كي',
  fa: 'و اما ولی یا چون زیرا وقتی تا اگر که سپس',
  he: 'או אבל כי כאשר כש עד אם אז אחר לפני',
  hi: 'और लेकिन पर या क्योंकि जब जहाँ तक अगर तो जो कि फिर',
  ko: '그리고 그러나 하지만 그래서 그런데',
};

/** Languages that write no space around them. */
const UNSPACED: Readonly<Record<string, string>> = {
  th: 'และ แต่ เพราะ เมื่อ จึง แล้ว จน ที่ ซึ่ง',
  ja: 'そして しかし それで すると だから けれど',
  zh: '但 可是 因为 因為 所以 然后 然後 于是 於是 而且',
};

/** Source of a pattern for what begins with a conjunction of the language. */
export function beforeConjunction(language: string): string {
  const primary = primaryLanguage(language);
  const unspaced = UNSPACED[primary];
  if (unspaced) return `(?:${unspaced.replaceAll(' ', '|')})`;
  const words = (CONJUNCTIONS[primary] ?? ENGLISH).replaceAll(' ', '|');
  return String.raw`(?:${words})(?![\p{L}\p{M}\p{N}])`;
}
