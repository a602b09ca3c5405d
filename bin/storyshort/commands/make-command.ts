/** `storyshort make`: a film of a story. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { OUT_FLAG, textFlag, WAIT_FLAG } from '#bin/storyshort/arguments.ts';
import { madeFilm } from '#bin/storyshort/awaited-film.ts';
import { command } from '#bin/storyshort/command.ts';
import { filmFields, withFilmFlags } from '#bin/storyshort/film-flags.ts';
import { givenFile, givenText } from '#bin/storyshort/given-text.ts';

export const MAKE_COMMAND = command({
  usage: 'make <story>',
  does: 'a film of a story',
  first: 'file',
  takes: (yargs) =>
    withFilmFlags(
      yargs
        .positional('story', {
          type: 'string',
          demandOption: true,
          describe: 'a text file, or - for what comes in by standard input',
        })
        .option('out', OUT_FLAG)
        .option('wait', WAIT_FLAG)
        .option('music-file', textFlag('music of your own, instead of --music'))
        .option('key', textFlag('a word for this order: sent again with it, it makes no second film')),
    ),
  run: (desk, given) =>
    madeFilm(desk, given, async () => {
      const { story, key = randomUUID(), 'music-file': musicFile } = given;
      const fields = { ...filmFields(given), story: await givenText(story, 'story', desk.stopped) };
      const body = musicFile === undefined ? fields : await formOf(fields, musicFile);
      return (await desk.site.ask('createVideo', { body, key })).videoId;
    }),
});

async function formOf(fields: Readonly<Record<string, string>>, musicFile: string): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('music', 'own');
  form.set('ownMusic', await givenFile(musicFile, 'music'), basename(musicFile));
  return form;
}
