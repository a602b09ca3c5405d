/** `npm run batch -- stories.csv -o films`: `storyshort batch`, under the name that it had first. */
import { runStoryshort } from './storyshort/run-storyshort';

process.exit((await runStoryshort(['batch', ...process.argv.slice(2)])) ?? 0);
