import type { Prisma } from './generated/client';

/** A value as a JSON column takes it: what is undefined is absent. */
export function toJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
