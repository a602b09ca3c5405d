/**
 * The worker as `npm run jobs` starts it, but for four things: films are written on paper instead of drawn, a word may
 * kill it that it would write there, servers of this machine take money as if they were elsewhere, and remote calls are
 * tried as the test says.
 */
import { readEnv } from '#jobs/env.server.ts';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { readProviderSettings } from '#jobs/providers/openai/settings/settings-schema.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { runWorker } from '#jobs/work/run-worker.server.ts';
import { pricedSettings } from './openai-server/test-settings';

import { PAPER_RENDERER, PAPER_SIGNER } from './paper-renderer';

/** How remote calls are tried; `jitter`, from 0 to 1, in place of chance. */
export interface CallTrial extends Pick<CallDependencies, 'policy' | 'timeoutMs'> {
  jitter?: number;
  /** The worker dies where it is to draw a scene in which this is said. */
  deadlyWord?: string;
}

const { jitter, deadlyWord, ...calls } = JSON.parse(process.argv[2] ?? '{}') as CallTrial;
const env = readEnv();
const read = readProviderSettings(process.env);
const providers = read.ok ? [openAiProvider(pricedSettings(read.settings))] : [];
const renderer: Renderer = {
  ...PAPER_RENDERER,
  renderSegment: (props, ...rest) => {
    if (props.scene.words.some(({ text }) => text === deadlyWord)) process.kill(process.pid, 'SIGKILL');
    return PAPER_RENDERER.renderSegment(props, ...rest);
  },
};
await runWorker({ ...env, providers }, (parts) =>
  openWorkshop({
    ...parts,
    renderer,
    signer: PAPER_SIGNER,
    calls: { ...calls, ...(jitter !== undefined && { random: () => jitter }) },
  }),
);
