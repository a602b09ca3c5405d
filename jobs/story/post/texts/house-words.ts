/**
 * The few words of a post that are not the author’s, in the languages that stories are told apart in; of any other
 * language in English. Pure.
 */
import { primaryLanguage } from '#jobs/story/language/language-tag.ts';

export interface HouseWords {
  /** What it is, such as in a description for people who cannot see it. */
  shortFilm: string;
  /** Of a film all of whose pictures and voices come from trained models; see docs/provenance.md. */
  madeWithAi: string;
  /** The same where only some of them do. */
  partlyMadeWithAi: string;
}

const words = (shortFilm: string, madeWithAi: string, partlyMadeWithAi: string): HouseWords => ({
  ...{ shortFilm, madeWithAi, partlyMadeWithAi },
});

const ENGLISH = words('Short film', 'Made with AI.', 'Made in part with AI.');

const BY_LANGUAGE: Readonly<Record<string, HouseWords>> = {
  en: ENGLISH,
  es: words('Cortometraje', 'Hecho con IA.', 'Hecho en parte con IA.'),
  fr: words('Court métrage', 'Réalisé avec l’IA.', 'Réalisé en partie avec l’IA.'),
  de: words('Kurzfilm', 'Mit KI gemacht.', 'Zum Teil mit KI gemacht.'),
  pt: words('Curta-metragem', 'Feito com IA.', 'Feito em parte com IA.'),
  it: words('Cortometraggio', 'Realizzato con l’IA.', 'Realizzato in parte con l’IA.'),
  nl: words('Korte film', 'Gemaakt met AI.', 'Deels gemaakt met AI.'),
  pl: words('Film krótkometrażowy', 'Wykonano z użyciem AI.', 'Wykonano częściowo z użyciem AI.'),
  tr: words('Kısa film', 'Yapay zekâ ile yapıldı.', 'Kısmen yapay zekâ ile yapıldı.'),
  id: words('Film pendek', 'Dibuat dengan AI.', 'Sebagian dibuat dengan AI.'),
  vi: words('Phim ngắn', 'Được tạo bằng AI.', 'Một phần được tạo bằng AI.'),
  sv: words('Kortfilm', 'Gjord med AI.', 'Delvis gjord med AI.'),
  da: words('Kortfilm', 'Lavet med AI.', 'Delvist lavet med AI.'),
  nb: words('Kortfilm', 'Laget med KI.', 'Delvis laget med KI.'),
  fi: words('Lyhytelokuva', 'Tehty tekoälyllä.', 'Tehty osittain tekoälyllä.'),
  cs: words('Krátký film', 'Vytvořeno pomocí AI.', 'Částečně vytvořeno pomocí AI.'),
  ro: words('Scurtmetraj', 'Realizat cu IA.', 'Realizat parțial cu IA.'),
  hu: words('Rövidfilm', 'MI segítségével készült.', 'Részben MI segítségével készült.'),
  ca: words('Curtmetratge', 'Fet amb IA.', 'Fet en part amb IA.'),
  sk: words('Krátky film', 'Vytvorené pomocou AI.', 'Čiastočne vytvorené pomocou AI.'),
  hr: words('Kratki film', 'Izrađeno uz pomoć UI-ja.', 'Djelomično izrađeno uz pomoć UI-ja.'),
  ru: words('Короткометражный фильм', 'Сделано с помощью ИИ.', 'Частично сделано с помощью ИИ.'),
  uk: words('Короткометражний фільм', 'Створено за допомогою ШІ.', 'Частково створено за допомогою ШІ.'),
  bg: words('Късометражен филм', 'Създадено с ИИ.', 'Създадено отчасти с ИИ.'),
  sr: words('Кратки филм', 'Направљено уз помоћ ВИ.', 'Делимично направљено уз помоћ ВИ.'),
  el: words('Ταινία μικρού μήκους', 'Δημιουργήθηκε με ΤΝ.', 'Δημιουργήθηκε εν μέρει με ΤΝ.'),
  he: words('סרט קצר', 'נוצר באמצעות בינה מלאכותית.', 'נוצר בחלקו באמצעות בינה מלאכותית.'),
  ar: words('فيلم قصير', 'صُنع بالذكاء الاصطناعي.', 'صُنع جزئيًا بالذكاء الاصطناعي.'),
  fa: words('فیلم کوتاه', 'ساخته‌شده با هوش مصنوعی.', 'بخشی از آن با هوش مصنوعی ساخته شده است.'),
  ur: words('مختصر فلم', 'مصنوعی ذہانت سے بنایا گیا۔', 'جزوی طور پر مصنوعی ذہانت سے بنایا گیا۔'),
  hi: words('लघु फ़िल्म', 'एआई से बनाया गया।', 'आंशिक रूप से एआई से बनाया गया।'),
  bn: words('স্বল্পদৈর্ঘ্য চলচ্চিত্র', 'এআই দিয়ে তৈরি।', 'আংশিকভাবে এআই দিয়ে তৈরি।'),
  th: words('ภาพยนตร์สั้น', 'สร้างด้วย AI', 'บางส่วนสร้างด้วย AI'),
  ja: words('短編動画', 'AIで作成しました。', '一部をAIで作成しました。'),
  zh: words('短片', '由AI制作。', '部分由AI制作。'),
  'zh-Hant': words('短片', '由AI製作。', '部分由AI製作。'),
  ko: words('단편 영상', 'AI로 제작했습니다.', '일부를 AI로 제작했습니다.'),
};

/** @param language a BCP 47 tag */
export function houseWords(language: string): HouseWords {
  const isTraditional = /^zh-(?:Hant|TW|HK|MO)/iu.test(language);
  return BY_LANGUAGE[isTraditional ? 'zh-Hant' : primaryLanguage(language)] ?? ENGLISH;
}
