/** What goes wrong at the server, and when. */

export type Route =
  | 'chat'
  | 'generations'
  | 'edits'
  | 'speech'
  | 'realtime'
  | 'transcriptions'
  | 'moderations'
  | 'models';

export type ServerFault =
  | {
      kind: 'status';
      status: number;
      code?: string;
      type?: string;
      message?: string;
      headers?: Record<string, string>;
    }
  /** Never answers. */
  | { kind: 'hang' }
  /** Sends the headers and half the body, then nothing more. */
  | { kind: 'stall' }
  /** Closes the connection before it says anything. */
  | { kind: 'drop' }
  /** Breaks the connection in the middle of the body. */
  | { kind: 'reset' }
  /** Ends in the middle of the body as if that were all. */
  | { kind: 'truncate' }
  /** Answers with a web page. */
  | { kind: 'html' }
  /** JSON that is not what was asked for. */
  | { kind: 'schema' }
  /** Puts the JSON into a Markdown code block, as small models do. */
  | { kind: 'fence' }
  | { kind: 'refuse' }
  /** Stops where the filter of contents stops it. */
  | { kind: 'filter' }
  /** Stops because the limit of tokens is reached. */
  | { kind: 'length' }
  /** Answers the chat with exactly this, or says it in place of the text. */
  | { kind: 'say'; content: unknown }
  | { kind: 'dimensions'; width: number; height: number }
  | { kind: 'damage' }
  | { kind: 'address' }
  /** Answers with an address of its own, at which the picture is. */
  | { kind: 'served' }
  /** Does not take a parameter that was sent. */
  | { kind: 'unsupported'; param: string }
  | { kind: 'empty' }
  | { kind: 'silence' }
  /** Says the first part of it, by its share of the time, and ends there. */
  | { kind: 'cut'; share: number }
  /** A transcription without word times, or of something else. */
  | { kind: 'untimed' }
  | { kind: 'mishear' }
  | { kind: 'flag'; categories: string[] };

/** Decides what goes wrong with a call, by its route and its number (from 0) among all calls. */
export type FaultPlan = (route: Route, call: number) => ServerFault | null;

/** The passing faults that any call may meet, for runs with faults at random. */
const PASSING: readonly ServerFault[] = [
  { kind: 'status', status: 429, code: 'rate_limit_exceeded', headers: { 'retry-after': '1' } },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, headers: { 'retry-after-ms': '700' } },
  { kind: 'drop' },
  { kind: 'reset' },
  { kind: 'truncate' },
];

const BAD_PICTURES: readonly ServerFault[] = [
  { kind: 'refuse' },
  { kind: 'damage' },
  { kind: 'dimensions', width: 300, height: 900 },
];
/** What besides may go wrong with the calls of a route and be got over: answers that cannot be used. */
const UNUSABLE: Readonly<Record<Route, readonly ServerFault[]>> = {
  chat: [{ kind: 'schema' }, { kind: 'length' }],
  generations: BAD_PICTURES,
  edits: BAD_PICTURES,
  speech: [{ kind: 'empty' }, { kind: 'silence' }],
  realtime: [{ kind: 'empty' }, { kind: 'say', content: 'Sure, how can I help you today?' }],
  transcriptions: [{ kind: 'mishear' }, { kind: 'untimed' }],
  moderations: [],
  models: [],
};

/** The same share of calls fails in the same places for the same seed. */
export function randomFaults(share: number, seed: number): FaultPlan {
  return seededFaults(share, seed, () => PASSING);
}

/** The same with every fault that is got over: also calls that are never answered, and unusable answers. */
export function allFaults(share: number, seed: number): FaultPlan {
  return seededFaults(share, seed, (route) => [...PASSING, { kind: 'hang' }, ...UNUSABLE[route]]);
}

/** Deals the faults of a route like cards, each once before any comes again, so that also a short run meets them. */
function seededFaults(
  share: number,
  seed: number,
  faultsOf: (route: Route) => readonly ServerFault[],
): FaultPlan {
  const random = mulberry32(seed);
  const decks = new Map<Route, ServerFault[]>();
  return (route) => {
    if (random() >= share) return null;
    const left = decks.get(route) ?? [];
    const deck = left.length > 0 ? left : [...faultsOf(route)];
    decks.set(route, deck);
    return deck.splice(Math.floor(random() * deck.length), 1)[0] ?? null;
  };
}

/** Small seeded generator (T. Ettinger, mulberry32), from 0 to 1. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
