/** `storyshort plan`: what a film would be and cost before it is ordered, or an update before it is made. */
import type { EstimateAnswer } from '#bin/client/api-client.ts';
import type { AnswerTo } from '#bin/client/operations-client.ts';
import { command, type Desk, type Told } from '#bin/storyshort/command.ts';
import { CommandFault } from '#bin/storyshort/command-fault.ts';
import { estimateText } from '#bin/storyshort/estimate-text.ts';
import { filmFields, withFilmFlags } from '#bin/storyshort/film-flags.ts';
import { givenText } from '#bin/storyshort/given-text.ts';

type Plan = AnswerTo<'readPlan'>;

const VIDEO_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const PLAN_COMMAND = command({
  usage: 'plan <of>',
  does: 'what a story’s film would cost, or what an update of a video would make; nothing is ordered',
  first: 'video',
  takes: (yargs) =>
    withFilmFlags(
      yargs.positional('of', {
        type: 'string',
        demandOption: true,
        describe: 'id of a video; or a story’s file, or - for what comes in by standard input',
      }),
    ),
  run: (desk, given) =>
    VIDEO_ID.test(given.of) ? updateTold(desk, given.of) : storyTold(desk, given.of, filmFields(given)),
});

async function storyTold(desk: Desk, file: string, film: Record<string, string>): Promise<Told> {
  const story = await givenText(file, 'story', desk.stopped);
  const estimate: EstimateAnswer = await desk.older.estimate({ ...film, story });
  return { document: { of: 'story', ...estimate }, text: estimateText(estimate) };
}

async function updateTold(desk: Desk, id: string): Promise<Told> {
  const plan = await desk.site.ask('readPlan', { params: { id } });
  const { refusal } = plan;
  return {
    document: { of: 'video', ...plan },
    text: planText(plan),
    ...(refusal && { fault: new CommandFault('refused', { code: 'cost_cap', ...refusal }) }),
  };
}

function planText({ lines, staying, film, sound, music, seconds, cost }: Plan): string {
  if (lines.length === 0 && !film) return 'Nothing is to be made: the film is as its storyboard.';
  return [
    ...lines.map(({ what, position, reason }) => `scene ${position + 1}: ${what}: ${reason}`),
    ...(music ? ['music'] : []),
    ...(sound ? ['the film’s sound'] : []),
    ...(film ? ['the film, put together anew'] : []),
    `${staying} ${staying === 1 ? 'scene stays' : 'scenes stay'} as they are, about ${Math.ceil(seconds)} s, ${cost ?? 'free'}`,
  ].join('\n');
}
