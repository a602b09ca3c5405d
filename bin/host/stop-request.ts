/** Two interrupts closer than this are one: a terminal's reaches us directly and once more through npm, ms. */
const SAME_INTERRUPT_MS = 500;

/**
 * Resolves when this process is asked to end: Ctrl-C, a signal, or the end of the process that started it.
 * A second Ctrl-C ends it at once.
 */
export function stopRequest(): Promise<string> {
  return new Promise((resolve) => {
    let interruptedAt: number | null = null;
    process.on('SIGINT', () => {
      if (interruptedAt !== null && Date.now() - interruptedAt > SAME_INTERRUPT_MS) process.exit(130);
      interruptedAt ??= Date.now();
      resolve('SIGINT');
    });
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    process.on('disconnect', () => resolve('disconnect'));
  });
}
