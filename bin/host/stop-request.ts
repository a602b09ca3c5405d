/**
 * Resolves when this process is asked to end: Ctrl-C, a signal, or the end of the process that started it.
 * A second Ctrl-C ends it at once.
 */
export function stopRequest(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (why: string) => {
      if (asked && why === 'SIGINT') process.exit(130);
      asked = true;
      resolve(why);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
    process.on('disconnect', () => ask('disconnect'));
  });
}
