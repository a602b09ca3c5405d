/** What a browser calls itself, as people know it. Pure. */

const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

export function browserWords(userAgent: string): string {
  const find = (known: readonly [RegExp, string][]) => known.find(([form]) => form.test(userAgent))?.[1];
  const words = [find(BROWSERS), find(SYSTEMS)].filter(Boolean);
  return words.length > 0 ? words.join(' on ') : 'Another program';
}
