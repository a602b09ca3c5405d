import { describe, expect, it } from 'vitest';
import { findOperation, operationAt, operationMethods } from '#app/api/find-operation.ts';

describe('an operation', () => {
  it('is found by method and path, with the parts of its path', () => {
    expect(findOperation('GET', '/videos')).toMatchObject({ id: 'listVideos', params: {} });
    expect(findOperation('POST', '/videos/')).toMatchObject({ id: 'createVideo' });
    expect(findOperation('HEAD', '/videos/x')).toMatchObject({ id: 'readVideo', params: { id: 'x' } });
    expect(findOperation('GET', '/videos/a%2Fb%20c')).toMatchObject({ params: { id: 'a/b c' } });
    expect(findOperation('GET', '/videos/%zz')).toMatchObject({ params: { id: '%zz' } });
    expect(findOperation('POST', '/videos/x/versions/3/restore')).toMatchObject({
      id: 'restoreVersion',
      params: { id: 'x', number: '3' },
    });
  });

  it('that is not there is told apart from a path that is not', () => {
    expect(findOperation('PUT', '/videos/x')).toEqual({ methods: ['GET', 'HEAD', 'PATCH', 'DELETE'] });
    for (const path of [
      '',
      '/',
      '/films',
      '/videos/x/y',
      '/videos/x%0Ay',
      '/videosx',
      '/videos//scenes',
      '/Videos',
    ])
      expect([path, findOperation('GET', path)]).toEqual([path, null]);
  });

  it('is found by its address on the whole site, and nowhere else', () => {
    expect(operationAt('POST', '/api/v1/projects')?.counts).toBe('upload');
    expect(operationMethods('/api/v1/projects')).toEqual(['POST']);
    for (const address of ['/api/v1', '/api/v1x/videos', '/api/v2/videos', '/videos', '/api/v1/nothing'])
      expect([address, operationAt('GET', address), operationMethods(address)]).toEqual([
        address,
        null,
        null,
      ]);
  });
});
