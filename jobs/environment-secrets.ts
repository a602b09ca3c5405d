/** What must never be read anywhere of all that the environment holds. Pure. */

/** What is a secret by its name alone; Amazon's SDK and Remotion's client of AWS Lambda read theirs by themselves. */
const NAMED_SECRETS: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'REMOTION_AWS_ACCESS_KEY_ID',
  'REMOTION_AWS_SECRET_ACCESS_KEY',
  'REMOTION_AWS_SESSION_TOKEN',
  'YOUTUBE_CLIENT_SECRET',
]);

/** Less than this is no secret, and may be a part of any word. */
const SHORTEST_SECRET = 8;

/** Variables that hold a secret beside what is none. */
interface SecretiveVariables {
  DATABASE_URL: string | null;
  OTEL_EXPORTER_OTLP_ENDPOINT: string | null;
  OTEL_EXPORTER_OTLP_HEADERS: Readonly<Record<string, string>>;
  HOUSE_SECRET: string | null;
  STORYSHORT_TOKEN: string | null;
}

/** Keys, passwords and headers, whosever they are. @param present all variables that are set */
export function secretsIn(
  present: Readonly<Record<string, string | undefined>>,
  variables: SecretiveVariables,
): string[] {
  const { DATABASE_URL, OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS } = variables;
  const keys = Object.entries(present).flatMap(([name, value]) =>
    name.endsWith('_API_KEY') || NAMED_SECRETS.has(name) ? [value?.trim()] : [],
  );
  const passwords = [DATABASE_URL, OTEL_EXPORTER_OTLP_ENDPOINT].flatMap((url) => {
    const password = url && URL.parse(url)?.password;
    return password ? [password, ...spelledOut(password)] : [];
  });
  const told = Object.values(OTEL_EXPORTER_OTLP_HEADERS);
  const found = [
    ...keys,
    variables.HOUSE_SECRET ?? undefined,
    variables.STORYSHORT_TOKEN ?? undefined,
    ...passwords,
    ...told.flatMap((said) => [said, ...said.split(' ')]),
  ];
  return [...new Set(found)].filter(
    (secret) => secret !== undefined && secret.length >= SHORTEST_SECRET,
  ) as string[];
}

/** What is written for an address, as it is itself; nothing where it is not written so. */
function spelledOut(written: string): string[] {
  try {
    return [decodeURIComponent(written)];
  } catch {
    return [];
  }
}
