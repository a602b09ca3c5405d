/** Which options an asset is made from. Pure. */

import { styleIn } from './matched-style';
import type { Fed, Option } from './option';
import { OPTIONS, type OptionName } from './option-registry';
import type { VideoOptions } from './options';

/** The options that feed an asset, by name, as they hold; part of what names it. */
export function inputsOf(fed: Fed, options: VideoOptions): Partial<VideoOptions> {
  const held = { ...options, style: styleIn(options) };
  const entries = Object.entries(OPTIONS) as [OptionName, Option][];
  return Object.fromEntries(
    entries.filter(([, { feeds }]) => feeds.includes(fed)).map(([name]) => [name, held[name]]),
  );
}
