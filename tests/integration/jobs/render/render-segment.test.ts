import { existsSync, readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runningProcesses } from '#jobs/render/browser/process-table.server.ts';
import { canvasPainter } from '#jobs/render/canvas/canvas-painter.server.ts';
import { validateSegment } from '#jobs/render/ffmpeg/probe.server.ts';
import { renderSegment } from '#jobs/render/painters/segments.server.ts';
import { LAYER_LIVES, type Layer, type SegmentProps } from '#remotion/contract/story-props.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { framePixels } from '#tests/support/media/frames.ts';
import { openRenderHouse, PAINTERS, type RenderHouse } from './render-house';

let house: RenderHouse;
beforeAll(async () => {
  house = await openRenderHouse('1:1');
});
afterAll(() => house.close());

/** The browsers' processes that draw for this test. */
const ours = async () =>
  (await runningProcesses()).filter(({ command }) => command.includes(house.browser.mark));

describe.each(PAINTERS)('renderSegment by %s', (name) => {
  // What Remotion throws it has also written to the console, in part a moment later.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  it('can be reached from this machine alone', async () => {
    const listen = vi.spyOn(net.Server.prototype, 'listen');
    const places = new Set<string>();
    await house.render(name, segmentProps(house.story, 1), path.join(house.folder, 'loopback.ts'), {
      onFrames: () => {
        for (const server of listen.mock.contexts as net.Server[]) {
          const place = server.address();
          if (place && typeof place === 'object') places.add(place.address);
        }
      },
    });
    // One that needs no browser listens nowhere.
    expect([...places]).toEqual(name === 'screenshots' ? ['127.0.0.1'] : []);
  });

  it('stops when its signal is aborted, with the reason, and leaves nothing behind', async () => {
    const long = segmentProps(house.story, 0);
    long.scene = { ...long.scene, durationMs: 20_000 };
    const attempt = new AbortController();
    const reason = new Error('enough');
    const outFile = path.join(house.folder, 'aborted.ts');
    const listeningForBrowser = () =>
      ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'].map(
        (name) =>
          process
            .rawListeners(name)
            .filter((listener) => /killProcess|closeProcess|userDataDir|killSet/u.test(String(listener)))
            .length,
      );
    let during: number[] = [];
    const rendering = house.render(name, long, outFile, {
      signal: attempt.signal,
      onFrames: () => {
        during = listeningForBrowser();
        attempt.abort(reason);
      },
    });
    await expect(rendering).rejects.toBe(reason);
    // What a signal means is the worker's to say; but a browser must end with the process.
    expect(during).toEqual([0, 0, 0, name === 'screenshots' ? 1 : 0]);
    await expect.poll(listeningForBrowser).toEqual([0, 0, 0, 0]);
    expect(existsSync(outFile)).toBe(false);
    expect(readdirSync(house.folder).filter((name) => name.includes('aborted'))).toEqual([]);
  });

  it('draws every script and layers of a picture from what is on this machine', async () => {
    const props = segmentProps(house.story, 0);
    const texts = ['Лиса', 'αλεπού', 'ثعلب', 'שועל', 'लोमड़ी', 'จิ้งจอก', '狐狸', 'きつね', '여우', '🦊'];
    const words = texts.map((text, at) => ({ text, startMs: at * 10, endMs: at * 10 + 10 }));
    const url = house.pictureUrl('picture.jpg');
    const layers: Layer[] = LAYER_LIVES.map((life, at) => ({
      url: `${url}?${life}`,
      depth: at / LAYER_LIVES.length,
      life,
    }));
    props.scene = { ...props.scene, words, durationMs: 200, shot: { ...props.scene.shot, layers } };
    const outFile = path.join(house.folder, 'scripts.ts');
    expect(await house.render(name, props, outFile)).toEqual({ frames: 6 });
  });

  it('says that a layer of a picture could not be loaded', async () => {
    const props = segmentProps(house.story, 0);
    const layers: Layer[] = [{ url: house.pictureUrl('gone.webp'), depth: 0, life: 'still' }];
    props.scene = { ...props.scene, shot: { pictureUrl: house.pictureUrl('picture.jpg'), seed: 1, layers } };
    await expect(house.render(name, props, path.join(house.folder, 'gone.ts'))).rejects.toMatchObject({
      code: 'picture_unreadable',
    });
  });

  it('says that a picture could not be loaded', async () => {
    const props = segmentProps(house.story, 0);
    props.scene = { ...props.scene, shot: { pictureUrl: house.pictureUrl('gone.jpg'), seed: 1 } };
    await expect(house.render(name, props, path.join(house.folder, 'gone.ts'))).rejects.toMatchObject({
      code: 'picture_unreadable',
      retryable: true,
    });
  });
});

describe('the painter of screenshots', () => {
  // As above.
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  it('goes on with a new browser when the browser is killed, and leaves none behind', async () => {
    const killed: number[] = [];
    const longer = segmentProps(house.story, 0);
    longer.scene = { ...longer.scene, durationMs: 1500 };
    const outFile = path.join(house.folder, 'crashed.ts');
    let killing: Promise<void> | undefined;
    await house.render('screenshots', longer, outFile, {
      onFrames: (done) => {
        if (done < 5) return;
        killing ??= ours().then((browsers) => {
          for (const { pid } of browsers) {
            process.kill(pid, 'SIGKILL');
            killed.push(pid);
          }
        });
      },
    });
    await killing;
    expect(killed.length).toBeGreaterThan(0);
    await validateSegment(outFile, { width: 1080, height: 1080, frames: 45 });
    const left = (await ours()).map(({ pid }) => pid);
    expect(left.filter((pid) => killed.includes(pid))).toEqual([]);
    await house.closePainters();
    await expect.poll(async () => (await ours()).length).toBe(0);
  });
});

describe('the canvas painter', () => {
  const encoders = async () =>
    (await runningProcesses()).filter(({ command }) => command.includes(house.folder));

  it('says so when its encoder is killed, and paints the same segment again', async () => {
    const props = segmentProps(house.story, 0);
    props.scene = { ...props.scene, durationMs: 4000 };
    const outFile = path.join(house.folder, 'killed.ts');
    let killing: Promise<number> | undefined;
    const rendering = house.render('canvas', props, outFile, {
      onFrames: () => {
        killing ??= encoders().then((found) => {
          for (const { pid } of found) process.kill(pid, 'SIGKILL');
          return found.length;
        });
      },
    });
    await expect(rendering).rejects.toMatchObject({ code: 'encoder_died', retryable: true });
    expect(await killing).toBe(1);
    expect(existsSync(outFile)).toBe(false);
    expect(await house.render('canvas', props, outFile)).toEqual({ frames: 120 });
  });

  it('ends an encoder that stands still, and says so', async () => {
    const painter = canvasPainter({ concurrency: 1, stallMs: 1500 });
    const long = segmentProps(house.story, 1);
    const props = { ...long, previousShot: null, scene: { ...long.scene, durationMs: 20_000 } };
    let halting: Promise<void> | undefined;
    const rendering = renderSegment({
      ...{ painter, props, outFile: path.join(house.folder, 'halted.ts') },
      ...{ signal: new AbortController().signal },
      onFrames: () => {
        halting ??= encoders().then((found) => {
          for (const { pid } of found) process.kill(pid, 'SIGSTOP');
        });
      },
    });
    await expect(rendering).rejects.toMatchObject({ code: 'render_timeout', retryable: true });
    await halting;
    expect(await encoders()).toEqual([]);
    await painter.close();
  });

  it('leaves no encoder behind when it is stopped', async () => {
    const props = segmentProps(house.story, 0);
    props.scene = { ...props.scene, durationMs: 20_000 };
    const attempt = new AbortController();
    const rendering = house.render('canvas', props, path.join(house.folder, 'stopped.ts'), {
      signal: attempt.signal,
      onFrames: () => attempt.abort(new Error('enough')),
    });
    await expect(rendering).rejects.toThrow('enough');
    expect(await encoders()).toEqual([]);
  });

  it('draws the same whatever its thread drew before', async () => {
    const props = segmentProps(house.story, 0);
    const words = 'لم يعرف أحد السر'.split(' ').map((text) => ({ text, startMs: 0, endMs: 90 }));
    const form = {
      content: { kind: 'words' },
      words,
      durationMs: 200,
      style: 'neon',
      temper: 'dark',
    } as const;
    const shot = { pictureUrl: null, seed: 7, form };
    const arabic = { ...props, title: null, scene: { ...props.scene, durationMs: 200, words, shot } };
    const frameOf = async (name: string, drawn: SegmentProps) => {
      const file = path.join(house.folder, name);
      await house.render('canvas', drawn, file);
      return framePixels(file, 5);
    };
    await house.closePainters();
    const fresh = await frameOf('fresh.ts', arabic);
    await frameOf('latin.ts', props);
    const later = await frameOf('later.ts', arabic);
    expect(later).toEqual(fresh);
  });
});
