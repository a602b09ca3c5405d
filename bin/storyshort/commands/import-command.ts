/** `storyshort import`: a video out of a project file. */
import { randomUUID } from 'node:crypto';
import { textFlag } from '#bin/storyshort/arguments.ts';
import { command, type Told } from '#bin/storyshort/command.ts';
import { givenFile } from '#bin/storyshort/given-text.ts';

export const IMPORT_COMMAND = command({
  usage: 'import <project>',
  does: 'a new video of a project file',
  first: 'file',
  takes: (yargs) =>
    yargs
      .positional('project', { type: 'string', demandOption: true, describe: 'a .storyshort.zip' })
      .option('key', textFlag('a word for it: sent again with it, it makes no second video')),
  run: async (desk, { project, key = randomUUID() }): Promise<Told> => {
    const file = await givenFile(project, 'project file');
    const body = file.slice(0, file.size, 'application/zip');
    const { videoId, lost } = await desk.site.ask('importVideo', { body, key });
    const pageUrl = desk.connection.urlOf(`/video/${videoId}`);
    const missing = lost.map(({ what, position }) =>
      position === null ? `lost: ${what}` : `lost: ${what} of scene ${position + 1}`,
    );
    const text = [videoId, pageUrl, ...missing].join('\n');
    return { document: { videoId, pageUrl, lost }, text };
  },
});
