/**
 * A server that speaks OpenAI's protocol over loopback, refuses what the official one would, makes mistakes on demand,
 * and remembers every call.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { type Answer, errorAnswer, jsonAnswer, withEcho } from './answer';
import { answerChat } from './chat';
import { deliver, send } from './delivery';
import type { FaultPlan, Route, ServerFault } from './fault-plan';
import { answerModeration } from './moderations';
import { answerPicture } from './pictures';
import { converse } from './realtime';
import { type RequestBody, readBody } from './request-body';
import { requestRefusal } from './requests/request-refusal';
import { answerSpeech, answerTranscription, SpeechMemory, type TestVoice } from './speech';

/** A call as the server saw it. */
export interface SeenCall {
  route: Route;
  inputHash: string;
  fields: Record<string, unknown>;
  files: RequestBody['files'];
  headers: IncomingMessage['headers'];
  fault: ServerFault | null;
  status: number;
  /** The whole answer was sent: it is paid for. */
  paid: boolean;
  /** The client went away before the answer was sent. */
  abandoned: boolean;
  /** When it arrived, ms since the epoch. */
  at: number;
  /**
   * When the server ended it, or saw that its client was gone, ms since the epoch; null before that. What the server
   * ends has its time from before the client can know of it: a busy loop sees connections closed late.
   */
  endedAt: number | null;
}

export interface TestServer {
  /** To be used as base URL. */
  readonly baseUrl: string;
  readonly calls: readonly SeenCall[];
  /** Most calls that were under way at once. */
  readonly mostAtOnce: number;
  /** The next calls of a route meet these faults, one each; null for a call that succeeds. */
  failNext(route: Route, ...faults: (ServerFault | null)[]): void;
  /** All other calls go by this plan. */
  failBy(plan: FaultPlan): void;
  /** From now on it has these models no more. */
  retire(...models: string[]): void;
  /** The same from its call of that number on, from 1: whatever is under way then is still answered. */
  retireAt(call: number, ...models: string[]): void;
  /**
   * The next calls of a route without a fault are answered when that many are under way together, or after some
   * seconds: then others may yet meet.
   */
  gather(route: Route, count: number): void;
  /** Waits until a call has arrived that satisfies the condition. */
  arrival(condition: (call: SeenCall) => boolean): Promise<SeenCall>;
  /** How often each input was paid for. */
  paidByInput(): Map<string, number>;
  forget(): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Null to ask for no key. */
  apiKey?: string | null;
  /** Models that exist; absent for any. */
  models?: readonly string[];
  /** Their last days, where the list tells them. */
  lastDays?: Readonly<Record<string, string>>;
  voice?: TestVoice;
  /** Repeats the Authorization header in every error, as careless servers do. */
  echoesKey?: boolean;
  /** How long it thinks before it answers, ms. */
  thinkingMs?: () => number;
}

/**
 * How long a call is held for others, ms: far less than a client waits, or what is answered in the end could come just
 * when its client gives up, and would be asked for again.
 */
const LONGEST_HELD_MS = 5000;

const ROUTES: Readonly<Record<string, Route>> = {
  '/v1/chat/completions': 'chat',
  '/v1/images/generations': 'generations',
  '/v1/images/edits': 'edits',
  '/v1/audio/speech': 'speech',
  '/v1/audio/transcriptions': 'transcriptions',
  '/v1/moderations': 'moderations',
  '/v1/models': 'models',
  '/v1/realtime': 'realtime',
};

export async function startOpenAiServer(options: ServerOptions = {}): Promise<TestServer> {
  const calls: SeenCall[] = [];
  const waiting: { condition: (call: SeenCall) => boolean; found: (call: SeenCall) => void }[] = [];
  const scripted = new Map<Route, (ServerFault | null)[]>();
  const gathering = new Map<Route, { count: number; held: Set<() => void> }>();
  const memory = new SpeechMemory();
  const retired = new Set<string>();
  const served = new Map<string, Buffer>();
  let retirement: { call: number; models: readonly string[] } | null = null;
  let plan: FaultPlan = () => null;
  let underWay = 0;
  let mostAtOnce = 0;

  function arrived(
    route: Route,
    body: RequestBody | null,
    request: IncomingMessage,
    fault: ServerFault | null,
  ): SeenCall {
    const call: SeenCall = {
      route,
      inputHash: body?.inputHash ?? '',
      fields: body?.fields ?? {},
      files: body?.files ?? [],
      headers: request.headers,
      fault,
      status: 0,
      paid: false,
      abandoned: false,
      at: Date.now(),
      endedAt: null,
    };
    calls.push(call);
    if (retirement && calls.length >= retirement.call) {
      for (const model of retirement.models) retired.add(model);
      retirement = null;
    }
    for (const waiter of waiting.filter(({ condition }) => condition(call))) {
      waiting.splice(waiting.indexOf(waiter), 1);
      waiter.found(call);
    }
    return call;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const route = ROUTES[path];
    const body = request.method === 'POST' ? await readBody(request, path) : null;
    // Connections that were closed before this call came are seen closed before it is counted.
    await new Promise((resolve) => setImmediate(resolve));
    const picture = served.get(path);
    if (picture) return send(response, { status: 200, type: 'image/png', body: picture });
    if (!route) return send(response, errorAnswer(404, { message: `Unknown request URL: ${path}` }));
    const queue = scripted.get(route);
    const fault = queue && queue.length > 0 ? (queue.shift() ?? null) : plan(route, calls.length);
    const call = arrived(route, body, request, fault);
    underWay++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    response.once('close', () => {
      underWay--;
      if (call.endedAt !== null) return;
      call.endedAt = Date.now();
      call.abandoned = true;
    });
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'drop') {
      call.endedAt = Date.now();
      request.socket.destroy();
      return;
    }
    if (fault === null) await gathered(route, response);
    if (options.thinkingMs) await delay(options.thinkingMs());
    const plain = await answerTo(route, body, request, fault);
    const { authorization = '' } = request.headers;
    const answer = options.echoesKey ? withEcho(plain, authorization) : plain;
    call.status = answer.status;
    const shown = fault?.kind === 'served' ? atAddress(answer) : answer;
    // Whoever has gone gets no answer, and pays for none.
    if (response.destroyed) return;
    if (fault?.kind !== 'stall') call.endedAt = Date.now();
    call.paid = deliver(response, shown, fault);
  }

  /** The same answer, with the address of its picture for the picture. */
  function atAddress(answer: Answer): Answer {
    const { data, ...rest } = JSON.parse(Buffer.from(answer.body).toString()) as {
      data: { b64_json: string }[];
    };
    const path = `/v1/served/${served.size}.png`;
    served.set(path, Buffer.from(data[0]?.b64_json ?? '', 'base64'));
    return jsonAnswer({ ...rest, data: [{ url: path }] });
  }

  function gathered(route: Route, response: ServerResponse): Promise<void> | void {
    const group = gathering.get(route);
    if (!group) return;
    return new Promise((answer) => {
      group.held.add(answer);
      const leave = () => {
        group.held.delete(answer);
        answer();
      };
      const patience = setTimeout(leave, LONGEST_HELD_MS);
      response.once('close', () => {
        clearTimeout(patience);
        leave();
      });
      if (group.held.size < group.count) return;
      gathering.delete(route);
      for (const each of group.held) each();
    });
  }

  async function answerTo(
    route: Route,
    body: RequestBody | null,
    request: IncomingMessage,
    fault: ServerFault | null,
  ): Promise<Answer> {
    const { apiKey = null, models } = options;
    if (apiKey !== null && request.headers.authorization !== `Bearer ${apiKey}`) {
      const given = request.headers.authorization?.replace('Bearer ', '') ?? '';
      return errorAnswer(401, {
        message: `Incorrect API key provided: ${given.slice(0, 8)}***${given.slice(-4)}.`,
        code: 'invalid_api_key',
      });
    }
    if (fault?.kind === 'status') {
      const { status, headers, message = `Status ${status}`, type = 'server_error', code } = fault;
      return errorAnswer(status, { message, type, ...(code && { code }) }, headers);
    }
    if (fault?.kind === 'html') {
      return { status: 200, type: 'text/html', body: Buffer.from('<!doctype html><title>Hello</title>') };
    }
    if (route === 'models') {
      if (body) return errorAnswer(405, { message: 'Not allowed to POST on /v1/models.' });
      const list = (models ?? [])
        .filter((id) => !retired.has(id))
        .map((id, at) => {
          const day = options.lastDays?.[id];
          const made = { object: 'model', created: 1_790_000_000 + at, owned_by: 'openai' };
          return { id, ...made, ...(day && { shutdown_date: day }) };
        });
      return jsonAnswer({ object: 'list', data: list });
    }
    if (!body) return errorAnswer(400, { message: 'We could not parse the JSON body of your request.' });
    const model = String(body.fields.model ?? '');
    if ((models && !models.includes(model)) || retired.has(model)) {
      return errorAnswer(404, { message: `The model '${model}' does not exist.`, code: 'model_not_found' });
    }
    if (route === 'realtime') {
      return errorAnswer(400, { message: 'This is answered by a WebSocket alone.' });
    }
    // A server that does not take a parameter is not the official one.
    const refusal = fault?.kind === 'unsupported' ? null : requestRefusal(route, body);
    if (refusal) return refusal;
    switch (route) {
      case 'chat':
        return answerChat(body.fields, fault);
      case 'generations':
        return answerPicture(body.fields, 0, fault);
      case 'edits':
        return answerPicture(body.fields, body.files.length, fault);
      case 'speech':
        return answerSpeech(body.fields, fault, memory, options.voice);
      case 'transcriptions':
        return answerTranscription(body, fault, memory);
      case 'moderations':
        return answerModeration(body.fields, fault);
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, errorAnswer(500, { message: String(error) }));
    });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const queue = scripted.get('realtime');
    const fault = queue && queue.length > 0 ? (queue.shift() ?? null) : plan('realtime', calls.length);
    const call = arrived('realtime', null, request, fault);
    const model = url.searchParams.get('model') ?? '';
    const status = handshakeStatus(url.pathname, model, request, fault);
    socket.on('error', () => {});
    if (fault?.kind === 'drop') return socket.destroy();
    if (status !== 101) {
      const { headers = {} } = fault?.kind === 'status' ? fault : {};
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      call.status = status;
      return socket.end(
        `HTTP/1.1 ${status} No\r\n${lines.join('')}content-length: 0\r\nconnection: close\r\n\r\n`,
      );
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      call.status = 101;
      webSocket.on('close', () => {
        call.endedAt = Date.now();
        call.abandoned = !call.paid;
      });
      converse(webSocket, {
        fault,
        memory,
        voice: options.voice,
        onAsked: (fields) => {
          call.fields = { model, ...fields };
          call.inputHash = `realtime ${JSON.stringify(fields)}`;
        },
        onPaid: () => {
          call.paid = true;
        },
      });
    });
  });

  /** 101 for a conversation that begins. */
  function handshakeStatus(
    path: string,
    model: string,
    request: IncomingMessage,
    fault: ServerFault | null,
  ): number {
    const { apiKey = null, models } = options;
    if (apiKey !== null && request.headers.authorization !== `Bearer ${apiKey}`) return 401;
    // Errors of the conversation itself are told in it.
    if (fault?.kind === 'status' && !fault.type) return fault.status;
    if (path !== '/v1/realtime' || (models && !models.includes(model)) || retired.has(model)) return 404;
    return 101;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    get mostAtOnce() {
      return mostAtOnce;
    },
    failNext: (route, ...faults) => {
      scripted.set(route, [...(scripted.get(route) ?? []), ...faults]);
    },
    failBy: (next) => {
      plan = next;
    },
    retire: (...models) => {
      for (const model of models) retired.add(model);
    },
    retireAt: (call, ...models) => {
      retirement = { call, models };
    },
    gather: (route, count) => {
      gathering.set(route, { count, held: new Set() });
    },
    arrival: (condition) => {
      const seen = calls.find(condition);
      if (seen) return Promise.resolve(seen);
      return new Promise((found) => waiting.push({ condition, found }));
    },
    paidByInput: () => {
      const counts = new Map<string, number>();
      for (const { paid, inputHash } of calls) {
        if (paid) counts.set(inputHash, (counts.get(inputHash) ?? 0) + 1);
      }
      return counts;
    },
    forget: () => {
      calls.length = 0;
      retired.clear();
      retirement = null;
      scripted.clear();
      gathering.clear();
      plan = () => null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.clients) socket.terminate();
        server.closeAllConnections();
      }),
  };
}
