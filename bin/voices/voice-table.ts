/** What there is and what can be had, as lines for a terminal. Pure. */
import type { ShelfEntry } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import type { OfferedModel } from './offered-models';

const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

/** @returns lines without an end */
export function voiceTable(entries: readonly ShelfEntry[], offered: readonly OfferedModel[]): string[] {
  const there = entries.map(({ name, bytes, model, why }) => {
    if (!model) return [name, `cannot be used: ${why}`, '', '', '', ''];
    // What a model does not say of itself, the list does where it is one of those.
    const listed = offered.find((each) => each.name === name);
    const own = [...new Set(model.speakers.flatMap(({ languages }) => languages))];
    return rowOf({
      name,
      voices: model.speakers.length,
      bytes,
      languages: own.length > 0 ? own : (listed?.languages ?? []),
      licence: listed?.licence ?? model.licence ?? 'licence: see its folder',
      sampleRate: model.sampleRate ?? listed?.sampleRate ?? null,
    });
  });
  const open = offered.filter(({ name }) => !entries.some((entry) => entry.name === name)).map(rowOf);
  return [
    'Installed:',
    ...(there.length > 0 ? columns(there) : ['  nothing']),
    ...(open.length > 0 ? ['', 'To be had (npm run voices -- add <name>):', ...columns(open)] : []),
  ];
}

type ToldModel = Omit<OfferedModel, 'sha256' | 'sampleRate'> & { sampleRate: number | null };

function rowOf({ name, voices, bytes, languages, licence, sampleRate }: ToldModel): string[] {
  return [
    name,
    voiceCount(voices),
    megabytes(bytes),
    languages.length > 0 ? languages.join(' ') : 'any language',
    licence,
    sampleRate === null ? '' : `${sampleRate / 1000} kHz`,
  ];
}

const voiceCount = (voices: number) => (voices === 1 ? '1 voice' : `${voices} voices`);

function columns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
