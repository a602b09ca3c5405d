/** The languages that the form offers by name. Pure. */
import { languageName } from '#jobs/story/language/language-tag.ts';

/** Those with most readers, and those whose script the film has letters for. */
const OFFERED = (
  'ar bg bn ca zh-Hans zh-Hant cs da de el en es fa fi fr he hi hr hu id it ja ko mr ms nb nl pl pt ro ru sk sr sv ' +
  'sw th tr uk ur vi'
).split(' ');

/** What a person picks among: BCP 47 tags with their English names, in the names’ order. */
export function offeredLanguages(): { tag: string; name: string }[] {
  return OFFERED.map((tag) => ({ tag, name: languageName(tag) })).sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
}
