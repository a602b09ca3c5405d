import { Prisma } from './generated/client';

/** A value as a JSON column takes it: what is undefined is absent. */
export function toJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}

/** The same for a column that may be null. */
export function toNullableJson(value: object | null) {
  return value === null ? Prisma.DbNull : toJson(value);
}
