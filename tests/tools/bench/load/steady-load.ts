/** Requests at a steady rate, each timed from the moment at which it was due. */
import { Agent, type RequestOptions, request } from 'node:http';

export interface LoadRequest {
  address: string;
  /** Absent for a plain GET. */
  asked?: Pick<RequestOptions, 'method' | 'headers'> & { body?: string };
  /** Status of a good answer; absent for 200. */
  wanted?: number;
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
  asked = {},
  wanted = 200,
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
      // The first is due at once.
      const due = Math.min(total, 1 + Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
      while (answers.length < due) {
        const dueAt = startedAt + (answers.length * 1000) / perSecond;
        answers.push(ask(address, asked, wanted, agent).then(() => performance.now() - dueAt));
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

function ask(
  address: string,
  { body, ...options }: NonNullable<LoadRequest['asked']>,
  wanted: number,
  agent: Agent,
): Promise<void> {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const headers = { ...options.headers, ...length } as Record<string, string | number>;
  return new Promise((resolve, reject) => {
    const sent = request(address, { ...options, headers, agent }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === wanted
          ? resolve()
          : reject(new Error(`${address} answered ${response.statusCode}.`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
