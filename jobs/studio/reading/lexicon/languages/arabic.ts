import type { NounList } from './nouns';

/** Arabic nouns that can be seen, without article and vowel signs. */
export const ARABIC: NounList = {
  capitals: false,
  stems: (word) => {
    const bare = word.replace(/[\u064B-\u0652\u0640]/g, '');
    const own = bare.replace(/^(?:و|ف)?(?:بال|كال|ال|لل)/, '');
    return [bare, own, own.replace(/(?:ه|ها)$/, ''), own.replace(/(?:ته|تها)$/, 'ة')];
  },
  figures: {
    fox: 'ثعلب',
    wolf: 'ذئب',
    lion: 'أسد',
    hare: 'أرنب',
    tortoise: 'سلحفاة',
    mouse: 'فأر',
    dog: 'كلب',
    cat: 'قطة قط',
    horse: 'حصان',
    camel: 'جمل',
    bird: 'عصفور طائر',
    fish: 'سمكة',
    whale: 'حوت',
    girl: 'فتاة طفلة بنت',
    boy: 'ولد طفل فتى',
    woman: 'امرأة',
    man: 'رجل',
    grandmother: 'جدة عجوزة',
    grandfather: 'جد',
    king: 'ملك',
    queen: 'ملكة',
    princess: 'أميرة',
    farmer: 'بستاني فلاح',
    sailor: 'صياد بحار',
  },
  places: {
    sea: 'بحر محيط',
    shore: 'شاطئ',
    island: 'جزيرة',
    river: 'نهر',
    lake: 'بحيرة',
    forest: 'غابة',
    mountain: 'جبل',
    desert: 'صحراء',
    garden: 'حديقة بستان',
    village: 'قرية',
    city: 'مدينة',
    castle: 'قصر قلعة',
    classroom: 'مدرسة',
  },
  times: { dawn: 'فجر', morning: 'صباح', sunset: 'مساء غروب', night: 'ليل ليلة' },
  weathers: { rained: 'مطر', snowed: 'ثلج', storm: 'عاصفة', wind: 'ريح رياح' },
  things: {
    boat: 'قارب',
    ship: 'سفينة',
    book: 'كتاب',
    letter: 'رسالة',
    lantern: 'مصباح',
    rose: 'ورود وردة',
    tree: 'شجرة',
    house: 'بيت',
  },
};
