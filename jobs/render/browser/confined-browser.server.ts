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

/** Remotion's own: to be without a sandbox, and without what starts processes in one. */
const WITHOUT_SANDBOX = /^--no-(?:sandbox|zygote)$/;

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

/** Whether browsers of this process have a sandbox around their pages. */
export interface Sandbox {
  isUsable: boolean;
}

/** As root no Chromium starts in one; for others it is found out. */
const sandbox: Sandbox = { isUsable: process.getuid?.() !== 0 };

const confinement = new AsyncLocalStorage<{ isSandboxed: boolean }>();
let isInstalled = false;

/**
 * Runs `start`; the browser that it spawns asks none but this machine, has no key in its environment, and its pages are
 * in a sandbox where the system lets one be: where none starts in it, `start` is run again without.
 * @param has what is known of sandboxes here; noted where one turns out not to be had
 */
export async function confined<T>(start: () => Promise<T>, has: Sandbox = sandbox): Promise<T> {
  install();
  const without = () => confinement.run({ isSandboxed: false }, start);
  if (!has.isUsable) return without();
  try {
    return await confinement.run({ isSandboxed: true }, start);
  } catch {
    const started = await without();
    has.isUsable = false;
    return started;
  }
}

function install(): void {
  if (isInstalled) return;
  childProcess.spawn = new Proxy(childProcess.spawn, {
    apply: (spawn, self, given: [string, (readonly string[])?, SpawnOptions?]) => {
      const [command, args, options] = given;
      const confines = confinement.getStore();
      if (!confines || !Array.isArray(args) || !args.includes(OF_A_BROWSER)) {
        return Reflect.apply(spawn, self, given);
      }
      const confinedArgs = confine(args, confines.isSandboxed);
      return Reflect.apply(spawn, self, [command, confinedArgs, { ...options, env: bare(options?.env) }]);
    },
  });
  // For modules that have imported it by name already.
  syncBuiltinESMExports();
  isInstalled = true;
}

function confine(args: readonly string[], isSandboxed: boolean): string[] {
  const isKept = (arg: string) => !LEFT_OUT.test(arg) && !(isSandboxed && WITHOUT_SANDBOX.test(arg));
  return [...args.filter(isKept), ...TO_THIS_MACHINE_ALONE];
}

function bare(environment: Partial<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv {
  const kept = KEPT.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}
