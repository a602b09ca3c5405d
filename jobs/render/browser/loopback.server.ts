/**
 * Keeps Remotion's render server off the network.
 *
 * While it renders, Remotion serves the bundle, and a proxy that fetches any URL it is asked for, on all
 * interfaces; it has an option for the port but none for the host. Whatever listens on the wildcard
 * address from within `onLoopbackOnly` listens on 127.0.0.1 instead. Nothing else is touched.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import net from 'node:net';

const LOOPBACK = '127.0.0.1';
const WILDCARDS: readonly unknown[] = [undefined, '', '::', '0.0.0.0'];

const confined = new AsyncLocalStorage<boolean>();
let isInstalled = false;

/** Runs `work` so that no server that it starts can be reached from another machine. */
export function onLoopbackOnly<T>(work: () => Promise<T>): Promise<T> {
  if (!isInstalled) {
    net.Server.prototype.listen = new Proxy(net.Server.prototype.listen, {
      apply: (listen, server, args: unknown[]) =>
        Reflect.apply(listen, server, confined.getStore() ? confine(args) : args),
    });
    isInstalled = true;
  }
  return confined.run(true, work);
}

function confine(args: unknown[]): unknown[] {
  const [options, ...rest] = args;
  if (typeof options !== 'object' || options === null || !('port' in options)) return args;
  const host = 'host' in options ? options.host : undefined;
  return WILDCARDS.includes(host) ? [{ ...options, host: LOOPBACK }, ...rest] : args;
}
