/**
 * Loaded before a module in the cage: from then on no connection is made and none is taken. This Node's permission
 * model has no word for networks; where the system shuts them too, this is the second lock.
 */
import { Socket as DatagramSocket } from 'node:dgram';
import { Server, Socket } from 'node:net';

function shut(): never {
  throw Object.assign(new Error('There is no network in the cage.'), { code: 'ERR_ACCESS_DENIED' });
}

for (const [owner, doors] of [
  [Socket, ['connect']],
  [Server, ['listen']],
  [DatagramSocket, ['bind', 'connect', 'send']],
] as const) {
  for (const door of doors) {
    Object.defineProperty(owner.prototype, door, { value: shut, writable: false, configurable: false });
  }
}
