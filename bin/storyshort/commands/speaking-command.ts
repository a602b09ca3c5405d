/** `storyshort voices`: who can tell a film at that site. */
import { command, type Told } from '#bin/storyshort/command.ts';
import { tableLines } from '#bin/storyshort/table-lines.ts';

export const SPEAKING_COMMAND = command({
  usage: 'voices',
  does: 'the voices that can speak there, the usual one first',
  takes: (yargs) => yargs,
  run: async ({ site }): Promise<Told> => {
    const { voices } = await site.ask('listVoices');
    const rows = voices.map(({ name, label, languages, note }) => [
      name,
      label,
      languages === null || languages.length > 6 ? '' : languages.join(' '),
      note,
    ]);
    return { document: { voices }, text: tableLines(rows) };
  },
});
