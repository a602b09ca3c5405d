/** What a file is by its first bytes: neither its name nor what a browser says of it is believed. Pure. */

export const FILE_SORTS = {
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  webp: 'a WebP picture',
  avif: 'an AVIF picture',
  heic: 'an HEIC picture',
  gif: 'a GIF picture',
  svg: 'an SVG drawing',
  mov: 'an MP4 or MOV film',
  matroska: 'a WebM film',
  ogg: 'Ogg sound',
  wav: 'WAV sound',
  mp3: 'MP3 sound',
  flac: 'FLAC sound',
  zip: 'a zip archive',
  pdf: 'a PDF document',
  text: 'text',
  unknown: 'no file that is known here',
} as const;
export type FileSort = keyof typeof FILE_SORTS;

/** Bytes from the beginning of a file that are enough to tell. */
export const HEAD_BYTES = 4096;

/** Boxes with which QuickTime files begin that say no brand. */
const QUICKTIME_BOXES = ['moov', 'mdat', 'wide', 'free', 'skip'];

/** @param head the first `HEAD_BYTES` of the file, or all of a shorter one */
export function fileSortOf(head: Uint8Array): FileSort {
  const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
  const at = (offset: number, mark: string) => text.startsWith(mark, offset);
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (at(0, '\xff\xd8\xff')) return 'jpeg';
  if (at(0, 'RIFF')) return at(8, 'WEBP') ? 'webp' : at(8, 'WAVE') ? 'wav' : 'unknown';
  if (at(4, 'ftyp')) return brandSort(text.slice(8, 12));
  if (QUICKTIME_BOXES.some((box) => at(4, box))) return 'mov';
  if (at(0, '\x1a\x45\xdf\xa3')) return 'matroska';
  if (at(0, 'OggS')) return 'ogg';
  if (at(0, 'fLaC')) return 'flac';
  if (at(0, 'GIF8')) return 'gif';
  if (at(0, 'PK\x03\x04') || at(0, 'PK\x05\x06')) return 'zip';
  if (at(0, '%PDF')) return 'pdf';
  const isMpegFrame = head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2;
  if (at(0, 'ID3') || isMpegFrame) return 'mp3';
  return textSort(text);
}

/** Brands of ISO base media files (ISO/IEC 14496-12): pictures in it say so. */
function brandSort(brand: string): FileSort {
  if (brand === 'avif' || brand === 'avis') return 'avif';
  return /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand) ? 'heic' : 'mov';
}

function textSort(text: string): FileSort {
  if (/^(?:\xef\xbb\xbf|\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype svg[^>]*>)*<svg[\s>]/i.test(text))
    return 'svg';
  // Control characters other than those of lines and tabs are in no text.
  const isText = [...text].every((character) => character >= ' ' || /[\t\n\f\r]/.test(character));
  return isText && text !== '' ? 'text' : 'unknown';
}
