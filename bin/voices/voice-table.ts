/** What there is and what can be had, as lines for a terminal. Pure. */
import type { ShelfEntry } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import type { OfferedModel } from './offered-models';

const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

/** @returns lines without an end */
export function voiceTable(entries: readonly ShelfEntry[], offered: readonly OfferedModel[]): string[] {
  const there = entries.map(({ name, bytes, model, why }) =>
    model
      ? [name, voiceCount(model.speakers.length), megabytes(bytes), model.family]
      : [name, `cannot be used: ${why}`, '', ''],
  );
  const open = offered
    .filter(({ name }) => !entries.some((entry) => entry.name === name))
    .map(({ name, languages, voices, bytes, sampleRate, licence }) => [
      name,
      voiceCount(voices),
      megabytes(bytes),
      languages.join(' '),
      licence,
      `${sampleRate / 1000} kHz`,
    ]);
  return [
    'Installed:',
    ...(there.length > 0 ? columns(there) : ['  nothing']),
    ...(open.length > 0 ? ['', 'To be had (npm run voices -- add <name>):', ...columns(open)] : []),
  ];
}

const voiceCount = (voices: number) => (voices === 1 ? '1 voice' : `${voices} voices`);

function columns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd());
}
