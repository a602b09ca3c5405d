import { describe, expect, it } from 'vitest';
import { PublishingSetback } from '#jobs/ports/publisher.ts';
import { reasonIn, youtubeFault } from '#jobs/publishing/youtube/youtube-faults.ts';
import { watchAddress, youtubePlaces } from '#jobs/publishing/youtube/youtube-places.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

describe('a refusal', () => {
  it.each([
    [500, null],
    [503, 'backendError'],
    [429, null],
    [408, null],
    [403, 'rateLimitExceeded'],
    [403, 'userRateLimitExceeded'],
  ])('%i %o passes by itself', (status, reason) => {
    const thrown = youtubeFault({ status, reason, restMs: 5000 });
    expect(thrown).toBeInstanceOf(PublishingSetback);
    expect(thrown).toMatchObject({ restMs: 5000, fault: { code: 'youtube_busy', retryable: true } });
  });

  it.each([
    [403, 'quotaExceeded', 'youtube_quota'],
    [403, 'dailyLimitExceeded', 'youtube_quota'],
    [400, 'uploadLimitExceeded', 'youtube_upload_limit'],
    [401, 'youtubeSignupRequired', 'youtube_no_channel'],
    [403, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'youtube_permission'],
    [403, 'SERVICE_DISABLED', 'youtube_not_enabled'],
    [400, null, 'youtube_refused'],
  ])('%i %o is for a person: %s', (status, reason, code) => {
    const thrown = youtubeFault({ status, reason, restMs: null });
    expect(thrown).toBeInstanceOf(StoryError);
    expect((thrown as StoryError).code).toBe(code);
  });

  it('says why in Google’s own word, and nothing else that a stranger wrote', () => {
    expect(reasonIn({ error: { errors: [{ reason: 'quotaExceeded' }] } })).toBe('quotaExceeded');
    const detailed = {
      error: { errors: [{ reason: 'forbidden' }], details: [{ reason: 'SERVICE_DISABLED' }] },
    };
    expect(reasonIn(detailed)).toBe('SERVICE_DISABLED');
    expect(reasonIn({ error: { errors: [{ reason: 'see <b>here</b>' }] } })).toBeNull();
    for (const body of [null, 'text', {}, { error: 'no' }, { error: { errors: {} } }])
      expect(reasonIn(body)).toBeNull();
  });
});

describe('Google', () => {
  it('is where its documents have it, and nowhere else', () => {
    const { isOurs, token, upload } = youtubePlaces(null);
    expect([token, upload]).toEqual([
      'https://oauth2.googleapis.com/token',
      'https://www.googleapis.com/upload/youtube/v3',
    ]);
    expect(isOurs('https://www.googleapis.com/upload/youtube/v3/videos?upload_id=x')).toBe(true);
    for (const address of [
      'http://www.googleapis.com/upload',
      'https://googleapis.com.evil.test/upload',
      'https://evilgoogleapis.com/upload',
      'https://www.googleapis.com@evil.test/',
      'nothing',
    ])
      expect([address, isOurs(address)]).toEqual([address, false]);
  });

  it('can be another server, and then is that alone', () => {
    const { isOurs, deviceCode } = youtubePlaces('http://127.0.0.1:9');
    expect(deviceCode).toBe('http://127.0.0.1:9/device/code');
    expect([isOurs('http://127.0.0.1:9/x'), isOurs('http://127.0.0.1:10/x')]).toEqual([true, false]);
    expect(isOurs('https://www.googleapis.com/x')).toBe(false);
  });

  it('shows a video under its id', () => {
    expect(watchAddress('a&b')).toBe('https://www.youtube.com/watch?v=a%26b');
  });
});
