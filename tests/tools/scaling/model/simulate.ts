/**
 * How films go through a plant: a discrete-event simulation, seeded, of what `jobs/pipeline.ts` and the queue do.
 *
 * A worker leads so many films at once. Each of a film's steps waits for what it is made of, for its lane, for the servers
 * that it calls, for the database, for the bytes that its worker does not have, and then shares the cores with what else
 * runs there. Parts that a leader has no room for are made by workers that lead nothing, where they are shared.
 */
import { createRandom, type Random } from '#jobs/studio/chance.ts';
import { Agenda } from './agenda';
import type { Resource } from './bottleneck';
import { LimitedServer } from './call-limits';
import type { FilmDemand, FilmStep, Served } from './film-demand';
import type { Orders, Outcome } from './orders';
import { PartMarket } from './part-market';
import { connectedWorkers, databaseLeft, type Plant } from './plant';
import { Station } from './station';
import { WaitingList } from './waiting-list';
import { Worker } from './worker';

interface Film {
  demand: FilmDemand;
  orderedAt: number;
  leader: Worker;
  begun: Set<number>;
  done: Set<number>;
  /** Who made each step, and so has its bytes. */
  makers: Map<number, Worker>;
}

export function simulate(plant: Plant, orders: Orders): Outcome {
  const left = databaseLeft(plant);
  const connected = connectedWorkers(plant);
  if (left.cpu === 0 || left.log === 0 || connected === 0) return nothing();
  return new Simulation(plant, orders, left, connected).run();
}

function nothing(): Outcome {
  return { films: 0, tookS: 0, filmsPerS: 0, waitsS: [], inHouse: 0, used: new Map([['database', 1]]) };
}

class Simulation {
  readonly #plant: Plant;
  readonly #orders: Orders;
  readonly #agenda = new Agenda();
  readonly #random: Random;
  readonly #workers: readonly Worker[];
  /** Who may lead one more film, once for each. */
  readonly #places: Worker[];
  readonly #market: PartMarket | null;
  readonly #queue = new WaitingList<{ demand: FilmDemand; orderedAt: number }>();
  readonly #database: Station;
  readonly #log: Station;
  readonly #requests: Station;
  readonly #servers: ReadonlyMap<Served, LimitedServer>;
  readonly #left: ReturnType<typeof databaseLeft>;
  readonly #waitsS: number[] = [];
  /** Films in the house now, and film-seconds until the last change of that. */
  #films = 0;
  #filmS = 0;
  #lastAt = 0;

  constructor(plant: Plant, orders: Orders, left: ReturnType<typeof databaseLeft>, connected: number) {
    this.#plant = plant;
    this.#orders = orders;
    this.#left = left;
    this.#random = createRandom(orders.seed);
    this.#workers = Array.from({ length: connected }, () => new Worker(this.#agenda, plant));
    this.#places = this.#workers.flatMap((worker) => Array.from({ length: plant.concurrency }, () => worker));
    this.#market = plant.sharing && new PartMarket();
    this.#database = new Station(this.#agenda, plant.database.cores);
    this.#log = new Station(this.#agenda, 1);
    this.#requests = new Station(this.#agenda, 1);
    this.#servers = new Map(
      [...plant.servers].map(([of, limits]) => [of, new LimitedServer(this.#agenda, limits)]),
    );
  }

  run(): Outcome {
    for (const worker of this.#workers) this.#market?.welcome(worker);
    this.#order(this.#orders.count);
    this.#agenda.run();
    const tookS = this.#lastAt;
    const films = this.#waitsS.length;
    const rates = { filmsPerS: films / tookS, inHouse: this.#filmS / tookS };
    return { films, tookS, ...rates, waitsS: this.#waitsS, used: this.#used(tookS) };
  }

  /** Orders so many films: all at once, or one after the other. */
  #order(count: number): void {
    const { perS } = this.#orders;
    for (let rest = count; rest > 0; rest -= 1) {
      if (perS !== null) {
        this.#agenda.after(this.#exponential() / perS, () => {
          this.#arrive();
          this.#order(rest - 1);
        });
        return;
      }
      this.#arrive();
    }
  }

  #arrive(): void {
    const { films } = this.#orders;
    const demand = films[this.#random.whole(0, films.length - 1)];
    if (!demand) throw new Error('There is no film to be made.');
    this.#count(1);
    this.#queue.push({ demand, orderedAt: this.#agenda.now });
    this.#lead();
  }

  /** Gives films to workers that may lead one more, whichever looks first. */
  #lead(): void {
    while (this.#queue.length > 0 && this.#places.length > 0) {
      const at = this.#random.whole(0, this.#places.length - 1);
      const leader = this.#places[at];
      const last = this.#places.pop();
      const next = this.#queue.shift();
      if (!leader || !last || !next) return;
      if (at < this.#places.length) this.#places[at] = last;
      leader.films += 1;
      this.#market?.dismiss(leader);
      const film: Film = { ...next, leader, begun: new Set(), done: new Set(), makers: new Map() };
      this.#beginReady(film);
    }
  }

  /** Begins with all steps that have become ready by the end of one, or at the beginning. */
  #beginReady(film: Film, ended: number | null = null): void {
    for (const [place, step] of film.demand.steps.entries()) {
      const isNext = ended === null ? step.after.length === 0 : step.after.includes(ended);
      // What takes no time at all ends within this loop, and may have begun what comes next.
      if (!isNext || film.begun.has(place) || !step.after.every((other) => film.done.has(other))) continue;
      film.begun.add(place);
      this.#ready(film, place, step);
    }
  }

  #ready(film: Film, place: number, step: FilmStep): void {
    const waiting = {
      lane: step.lane,
      isTaken: false,
      begin: (worker: Worker) => this.#make(film, place, step, worker),
    };
    if (film.leader.hasRoom(step.lane)) film.leader.take(waiting);
    else {
      film.leader.wait(waiting);
      if (step.isPart) this.#market?.offer(waiting);
    }
  }

  /** Makes a step, from its worker's beginning to its bytes in the storage. */
  #make(film: Film, place: number, step: FilmStep, worker: Worker): void {
    const isHelp = worker !== film.leader;
    const { bytesPerS, requestsPerS } = this.#plant.storage;
    const fetchedBytes = step.after
      .filter((other) => film.makers.get(other) !== worker)
      .reduce((sum, other) => sum + (film.demand.steps[other]?.storedBytes ?? 0), 0);
    const end = () => {
      film.done.add(place);
      film.makers.set(place, worker);
      worker.end(step.lane);
      this.#market?.serve(worker);
      if (film.done.size === film.demand.steps.length) this.#finish(film);
      else this.#beginReady(film, place);
    };
    const store = () => worker.network.visit(step.storedBytes / bytesPerS, end);
    const ask = () => this.#requests.visit(step.requests / requestsPerS, store);
    const work = () => worker.processors.work(step.coreS * this.#spread(), step.cores, ask);
    const fetch = () => worker.network.visit(fetchedBytes / bytesPerS, work);
    const write = () =>
      this.#log.visit(step.commits / (this.#plant.database.commitsPerS * this.#left.log), fetch);
    const query = () => this.#database.visit(step.databaseCpuS / this.#left.cpu, write);
    const calls = () => this.#call(step.calls, query);
    if (isHelp) this.#agenda.after(this.#plant.sharing?.handOverS ?? 0, calls);
    else calls();
  }

  #call([next, ...rest]: FilmStep['calls'], then: () => void): void {
    if (!next) {
      then();
      return;
    }
    const server = this.#servers.get(next.of);
    if (!server) throw new Error(`There is no server for ${next.of}.`);
    server.call(next.seconds * this.#spread(), () => this.#call(rest, then));
  }

  #finish({ orderedAt, leader }: Film): void {
    this.#count(-1);
    this.#waitsS.push(this.#agenda.now - orderedAt);
    leader.films -= 1;
    this.#places.push(leader);
    this.#lead();
    if (leader.films === 0) this.#market?.welcome(leader);
  }

  /** Counts a film that comes or goes. */
  #count(change: 1 | -1): void {
    this.#filmS += this.#films * (this.#agenda.now - this.#lastAt);
    this.#films += change;
    this.#lastAt = this.#agenda.now;
  }

  /** What a step's own work is multiplied by; 1 on the mean. */
  #spread(): number {
    const { spread } = this.#orders;
    if (spread === 'none') return 1;
    return spread === 'even' ? this.#random.range(0.75, 1.25) : this.#exponential();
  }

  #exponential(): number {
    return -Math.log(1 - this.#random.next());
  }

  #used(tookS: number): Map<Resource, number> {
    const all = (of: (worker: Worker) => number) => this.#workers.reduce((sum, each) => sum + of(each), 0);
    const count = this.#workers.length;
    // What is asked at rest is taken for good: films have the share that is left.
    const withRest = (used: number, share: number) => 1 - share + used * share;
    const used = new Map<Resource, number>([
      ['machines', all(({ processors }) => processors.busyS) / (count * this.#plant.cores * tookS)],
      ['network', all(({ network }) => network.busyS) / (count * tookS)],
      ['database', withRest(this.#database.busyS / (this.#database.servers * tookS), this.#left.cpu)],
      ['log', withRest(this.#log.busyS / tookS, this.#left.log)],
      ['requests', this.#requests.busyS / tookS],
    ]);
    for (const [of, server] of this.#servers) {
      used.set(`${of} at once`, server.busyS / (server.limits.atOnce * tookS));
      used.set(`${of} a minute`, server.calls / ((server.limits.perMinute / 60) * tookS));
    }
    return used;
  }
}
