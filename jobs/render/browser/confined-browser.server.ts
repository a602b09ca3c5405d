/**
 * Starts a browser that reaches this machine's own servers alone and knows nothing of its owner.
 *
 * Remotion hands the browser the whole environment of this process, keys included, and lets it ask any address.
 * Films need neither. There is no option for that, so what is spawned from within `confined` is given another
 * environment and further arguments on its way. Nothing else is touched.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import childProcess, { type SpawnOptions } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/** What of the environment a browser needs in order to start and to find fonts and its own folders. */
const KEPT = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE', 'LD_LIBRARY_PATH'];

/** Whoever drives a browser asks it for a port to be driven by. */
const OF_A_BROWSER = '--remote-debugging-port=0';

/** Remotion's own, which would let the proxy below be passed by. */
const LEFT_OUT = /^--(?:no-proxy-server|proxy-server|proxy-bypass-list)(?:=|$)/;

/** No name is looked up but that of this machine, and all else is sent to a proxy that is nowhere. */
const TO_THIS_MACHINE_ALONE = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
  '--proxy-server=http://nowhere.invalid:9',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
];

const isConfined = new AsyncLocalStorage<boolean>();
let isInstalled = false;

/** Runs `start`; the browser that it spawns asks none but this machine, and has no key in its environment. */
export function confined<T>(start: () => Promise<T>): Promise<T> {
  install();
  return isConfined.run(true, start);
}

function install(): void {
  if (isInstalled) return;
  childProcess.spawn = new Proxy(childProcess.spawn, {
    apply: (spawn, self, [command, args, options]: [string, readonly string[], SpawnOptions?]) =>
      isConfined.getStore() && Array.isArray(args) && args.includes(OF_A_BROWSER)
        ? Reflect.apply(spawn, self, [command, confine(args), { ...options, env: bare(options?.env) }])
        : Reflect.apply(spawn, self, options === undefined ? [command, args] : [command, args, options]),
  });
  // For modules that have imported it by name already.
  syncBuiltinESMExports();
  isInstalled = true;
}

function confine(args: readonly string[]): string[] {
  return [...args.filter((arg) => !LEFT_OUT.test(arg)), ...TO_THIS_MACHINE_ALONE];
}

function bare(environment: Partial<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv {
  const kept = KEPT.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}
