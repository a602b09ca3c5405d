#!/usr/bin/env node
/** The command `storyshort`, as npm links it: `npm run storyshort` from wherever somebody is. */
process.argv.splice(2, 0, 'storyshort');
await import('./run.mjs');
