/**
 * Whether somebody takes an answer of a type (RFC 9110, 12.5.1): the most exact range that names it decides.
 * Pure.
 * @param accept the raw header; null takes everything
 */
export function accepts(accept: string | null, type: string): boolean {
  if (accept === null || accept.trim() === '') return true;
  const [main = ''] = type.split('/');
  const wanted = new Map(accept.split(',').map(rangeOf));
  const weight = wanted.get(type) ?? wanted.get(`${main}/*`) ?? wanted.get('*/*') ?? 0;
  return weight > 0;
}

function rangeOf(text: string): [range: string, weight: number] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
  return [range, weight === undefined ? 1 : Number(weight) || 0];
}
