import { expect, it } from 'vitest';
import { housePlaces } from '#bin/database/house-places.ts';
import { readEnv } from '#jobs/env.server.ts';

it('a house with its films in a bucket is told how it is kept, instead of being kept without them', () => {
  const env = readEnv({ DATA_DIR: '/house', STORAGE_URL: 's3://films/house?region=eu-central-1' });
  expect(() => housePlaces(env, 'postgres://db')).toThrow(/bucket.*npm run storage -- move disk/);
  expect(housePlaces(readEnv({ DATA_DIR: '/house' }), 'postgres://db').mediaDir).toBe('/house/media');
});
