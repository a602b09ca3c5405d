/** `storyshort <command>`: StoryShort from a command line, by the API of a site here or elsewhere. */
import { runStoryshort } from './storyshort/run-storyshort';

const code = await runStoryshort(process.argv.slice(2));
// Completion answers once the site has; all else is written by now.
if (code !== null) process.exit(code);
