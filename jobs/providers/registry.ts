/** All providers that the environment may set. A new one is a folder beside this file, and a line here. */
import type { Provider, ProviderReader, SettingsIssue } from '#jobs/ports/provider.ts';
import { readMotion } from './motion/motion-provider';
import { readOpenAi } from './openai/openai-provider';

/** Of several that have one capability, the first does it. */
const READERS: readonly ProviderReader[] = [readOpenAi, readMotion];

/** The providers that are set, in the order of the list, or all that is wrong with their settings. */
export function readProviders(
  variables: Readonly<Record<string, string | undefined>>,
  readers: readonly ProviderReader[] = READERS,
): { ok: true; providers: readonly Provider[] } | { ok: false; issues: SettingsIssue[] } {
  const providers: Provider[] = [];
  const issues: SettingsIssue[] = [];
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  for (const read of readers) {
    const result = read(present);
    if (!result.ok) issues.push(...result.issues);
    else if (result.provider) providers.push(result.provider);
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, providers };
}
