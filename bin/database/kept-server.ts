/** A database server that is watched, and started again when it ends without having been asked to. */
import { StillHeld } from './cluster';

/** How often it is looked after, ms. */
const LOOK_MS = 1000;
/** What keeps it from being started is told again after this long, ms. */
const TELL_AGAIN_MS = 30_000;
/** For so long a killed server's last processes are waited for without a word, ms. */
const QUIET_MS = 5000;

export interface WatchedServer {
  port: number;
  /** Asked every second: it must cost next to nothing. */
  isRunning(): Promise<boolean>;
  /**
   * Starts it on its port, unless somebody else has, or it was stopped on purpose.
   * @returns whether it was started now
   */
  bringBack(): Promise<boolean>;
}

export interface Watch {
  /** Ends the watch, after what is just being done. */
  end(): Promise<void>;
}

/** Watches over a server. The watch alone keeps no process alive. @param tell takes a line for people. */
export function keepServer(
  server: WatchedServer,
  tell: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Watch {
  let isOver = false;
  let missedAt: number | null = null;
  let told: { words: string; at: number } | null = null;

  const complain = (error: unknown, sinceMs: number) => {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof StillHeld && sinceMs < QUIET_MS) return;
    if (told?.words === words && Date.now() - told.at < TELL_AGAIN_MS) return;
    told = { words, at: Date.now() };
    tell(`The built-in database has ended unexpectedly. ${words}\nIt is tried again every second.`);
  };

  const look = async () => {
    if (await server.isRunning()) {
      missedAt = told = null;
      return;
    }
    missedAt ??= Date.now();
    try {
      if (!(await server.bringBack())) return;
      const seconds = ((Date.now() - missedAt) / 1000).toFixed(1);
      tell(
        `The built-in database had ended unexpectedly. It was started again on its port ${server.port} within ${seconds} s; what was stored is there.`,
      );
    } catch (error) {
      complain(error, Date.now() - missedAt);
    }
  };

  let looking = Promise.resolve();
  let timer: NodeJS.Timeout;
  const wait = () => {
    if (isOver) return;
    timer = setTimeout(() => {
      looking = look().finally(wait);
    }, LOOK_MS).unref();
  };
  wait();
  return {
    async end() {
      isOver = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
