/** Runs after `npm install` and `npm ci`, so that an installation by hand is a whole one too. */
import { finishInstall } from './install.mjs';

finishInstall();
