/**
 * Keeps Remotion's servers off the network.
 *
 * While it renders, Remotion serves the bundle, and a proxy that fetches any URL it is asked for, on all
 * interfaces, and so does its Studio; there is an option for the port but none for the host. Whatever listens on the
 * wildcard address from within `onLoopbackOnly`, or anywhere after `stayOnLoopback`, listens on 127.0.0.1 instead.
 * Nothing else is touched.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import net from 'node:net';

const LOOPBACK = '127.0.0.1';
const WILDCARDS: readonly unknown[] = [undefined, '', '::', '0.0.0.0'];

const confined = new AsyncLocalStorage<boolean>();
let isInstalled = false;
let isForAll = false;

/** Runs `work` so that no server that it starts can be reached from another machine. */
export function onLoopbackOnly<T>(work: () => Promise<T>): Promise<T> {
  install();
  return confined.run(true, work);
}

/** From here on no server of this process can be reached from another machine. */
export function stayOnLoopback(): void {
  install();
  isForAll = true;
}

function install(): void {
  if (isInstalled) return;
  net.Server.prototype.listen = new Proxy(net.Server.prototype.listen, {
    apply: (listen, server, args: unknown[]) =>
      Reflect.apply(listen, server, isForAll || confined.getStore() ? confine(args) : args),
  });
  isInstalled = true;
}

/** What is given to `listen`: options, a port and perhaps a host, or neither for any port. */
function confine(args: unknown[]): unknown[] {
  const [first, ...rest] = args;
  if (typeof first === 'object' && first !== null) {
    const host = 'host' in first ? first.host : undefined;
    return 'port' in first && WILDCARDS.includes(host) ? [{ ...first, host: LOOPBACK }, ...rest] : args;
  }
  if (typeof first === 'string') return args;
  const port = typeof first === 'number' ? first : 0;
  const hearers = args.filter((arg) => typeof arg === 'function');
  const host = typeof rest[0] === 'string' ? rest[0] : undefined;
  return [{ port, host: WILDCARDS.includes(host) ? LOOPBACK : host }, ...hearers];
}
