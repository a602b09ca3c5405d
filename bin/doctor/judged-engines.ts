/** Which servers are connected, by their settings alone. Pure. */
import type { EngineTest, EngineView } from '#jobs/ports/engine-overview.ts';
import { type Finding, fault, note, ok } from './finding';

/** @param engines one for each capability */
export function judgeEngines(engines: readonly EngineView[]): Finding[] {
  const told = engines.flatMap((engine) => {
    const { capability: about, missing, warning } = engine;
    // A server that is there for some may not be meant for all.
    if (missing) return [note(about, missing, 'name its model, where it is meant (docs/providers.md)')];
    if (!engine.configured) return [];
    if (warning) return [note(about, warning, 'docs/providers.md has the settings')];
    return [ok(about, `${nameOf(engine)}, ${engine.hasKey ? 'with a key' : 'without a key'}.`)];
  });
  return told.length > 0
    ? told
    : [ok('servers', 'None is set: script, pictures and voice are built in, and free.')];
}

/** What a trial may cost without a person at its button, US dollars. */
const CHEAP_USD = 0.05;

/** Whether a server is asked by itself where that is wished. */
export function isAskedCheaply({ configured, testUsd }: EngineView): boolean {
  return configured && (testUsd ?? 0) <= CHEAP_USD;
}

/** @param test null where it was not made */
export function judgeTrial(engine: EngineView, test: EngineTest | null): Finding {
  const about = `${engine.capability}, asked`;
  if (test === null) {
    return note(
      about,
      `Trying ${nameOf(engine)} may cost $${engine.testUsd?.toFixed(2)}.`,
      'do it on the settings page',
    );
  }
  if (test.ok) return ok(about, `${nameOf(engine)}: ${test.detail}`);
  return fault(about, `${nameOf(engine)}: ${test.fault.message}`, test.fault.hint);
}

function nameOf({ model, host }: EngineView): string {
  return `${model ?? 'a model of its own'} at ${host ?? 'its server'}`;
}
