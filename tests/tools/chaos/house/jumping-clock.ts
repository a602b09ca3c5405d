/** Lets this process's clock jump by so many ms whenever its parent says so; its timers go on as ever. */
export function letClockJump(): void {
  const realNow = Date.now;
  let aheadMs = 0;
  Date.now = () => realNow() + aheadMs;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length > 0 ? args : [target.now()], made),
  });
  process.on('message', (message: { type?: string; byMs?: number }) => {
    if (message.type === 'clock') aheadMs += message.byMs ?? 0;
  });
}
