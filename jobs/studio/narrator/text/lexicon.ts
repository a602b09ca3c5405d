/**
 * Pronunciations that the synthesiser lacks or gets wrong, in its own phone set (CMU US: 1 and 0 after a
 * vowel mark its stress). Keys are in lower case and, as the synthesiser looks them up, without apostrophes.
 */
const PRONUNCIATIONS: Record<string, string> = {
  isnt: 'ih1 z ax0 n t',
  hasnt: 'hh ae1 z ax0 n t',
  havent: 'hh ae1 v ax0 n t',
  hadnt: 'hh ae1 d ax0 n t',
  wasnt: 'w aa1 z ax0 n t',
  doesnt: 'd ah1 z ax0 n t',
  didnt: 'd ih1 d ax0 n t',
  couldnt: 'k uh1 d ax0 n t',
  wouldnt: 'w uh1 d ax0 n t',
  shouldnt: 'sh uh1 d ax0 n t',
  mustnt: 'm ah1 s ax0 n t',
  neednt: 'n iy1 d ax0 n t',
  im: 'ay1 m',
  yknow: 'y ax0 n ow1',
  tis: 't ih1 z',
  twas: 't w ah1 z',
  miz: 'm ih1 z',
  burr: 'b er1',
  gurr: 'g er1',
  hum: 'hh ah1 m',
  pist: 'p ih1 s t',
  pift: 'p ih1 f t',
  tisk: 't ih1 s k',
  zuz: 'z ah1 z',
  livverb: 'l ih1 v',
  livsverb: 'l ih1 v z',
  useverb: 'y uw1 z',
  woundnoun: 'w uw1 n d',
  bowknot: 'b ow1',
  teardrop: 't ih1 r',
  teardrops: 't ih1 r z',
  unesco: 'y uw0 n eh1 s k ow0',
  naive: 'n aa0 iy1 v',
  cafe: 'k ae0 f ey1',
  fiance: 'f iy0 aa0 n s ey1',
  pyjamas: 'p ax0 jh aa1 m ax0 z',
  siobhan: 'sh ax0 v ao1 n',
};

let printed: string | null = null;

/** The lexicon in the synthesiser's own file format. */
export function lexiconAddenda(): string {
  printed ??= Object.entries(PRONUNCIATIONS)
    .map(([word, phones]) => `${word} 0 : ${phones}\n`)
    .join('');
  return printed;
}
