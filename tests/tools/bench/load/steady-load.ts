/** Requests at a steady rate, each timed from the moment at which it was due. */
import { Agent, get } from 'node:http';

export interface LoadRequest {
  address: string;
  perSecond: number;
  seconds: number;
  /** Asked before each; the load ends where it says yes. */
  isOver?: () => boolean;
}

/**
 * Sends requests evenly spaced, however long their answers take: a stall counts for all that came due in it.
 * @returns how long each took, ms
 * @throws when one is not answered well
 */
export async function steadyLoad({
  address,
  perSecond,
  seconds,
  isOver = () => false,
}: LoadRequest): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const total = perSecond * seconds;
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
      while (answers.length < due) {
        const dueAt = startedAt + (answers.length * 1000) / perSecond;
        answers.push(ask(address, agent).then(() => performance.now() - dueAt));
      }
      if (answers.length < total && !isOver()) return;
      clearInterval(timer);
      resolve();
    }, 1);
  });
  const times = await Promise.all(answers);
  agent.destroy();
  return times;
}

function ask(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${address} answered ${response.statusCode}.`)),
      );
    }).once('error', reject);
  });
}
