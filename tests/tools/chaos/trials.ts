/**
 * The ways in which StoryShort is broken, in the order in which that is begun: what goes on one after the other for long
 * comes first, and the workers, whose lanes take all processors there are, once others need few.
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
  webKills,
  databaseKills,
  workerKills,
  launcherKills,
  cancels,
  orderlyStops,
  stalledWorker,
  encoderKills,
  deadlyVideo,
  fullDisk,
  oddDeliveries,
];
