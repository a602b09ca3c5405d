/**
 * The ways in which StoryShort is broken, in the order in which that is begun. What has no more than one processor busy
 * comes first, and beside it what needs some of the other: the worker of `npm start` is of the least priority as a
 * session, and gets a fortieth of the processors beside full lanes. Sites and workers by the hundred come last.
 */
import type { Trial } from './trial';
import { cancels } from './trials/cancels';
import { databaseKills } from './trials/database-kills';
import { deadlyVideo } from './trials/deadly-video';
import { encoderKills } from './trials/encoder-kills';
import { fullDisk } from './trials/full-disk';
import { launcherKills } from './trials/launcher-kills';
import { oddDeliveries } from './trials/odd-deliveries';
import { orderlyStops } from './trials/orderly-stops';
import { sequences } from './trials/sequences';
import { stalledWorker } from './trials/stalled-worker';
import { webKills } from './trials/web-kills';
import { workerKills } from './trials/worker-kills';
import { workerPair } from './trials/worker-pair';

export const TRIALS: readonly Trial[] = [
  sequences,
  workerPair,
  databaseKills,
  launcherKills,
  cancels,
  orderlyStops,
  stalledWorker,
  encoderKills,
  deadlyVideo,
  fullDisk,
  oddDeliveries,
  webKills,
  workerKills,
];
