import { describe, expect, it } from 'vitest';
import { COMMANDS_OF_SITE } from '#bin/storyshort/all-commands.ts';
import { CommandFault } from '#bin/storyshort/command-fault.ts';
import { readCommandLine } from '#bin/storyshort/read-command-line.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { flagsOf } from '#jobs/story/order/option-usage.ts';

/** What is said of a line that cannot be meant. */
async function refusalOf(...args: string[]): Promise<string> {
  try {
    await readCommandLine(args);
  } catch (error) {
    if (error instanceof CommandFault) return `${error.exit}: ${error.message} ${error.words.hint}`;
    throw error;
  }
  return 'nothing';
}

describe('a command line', () => {
  it('names its command and what is given to it, as text', async () => {
    const chosen = await readCommandLine(['make', '007', '--title', '12', '--no-wait', '--style', 'neon']);
    expect(chosen?.command.usage).toBe('make <story>');
    expect(chosen?.given).toMatchObject({ story: '007', title: '12', wait: false, style: 'neon' });
  });

  it('may say anything twice: the last is meant', async () => {
    const chosen = await readCommandLine(['watch', 'x', '--url', 'http://a', '--url', 'http://b']);
    expect(chosen?.given).toMatchObject({ url: 'http://b' });
  });

  it('may name standard input and output', async () => {
    const [make, exported] = [
      await readCommandLine(['make', '-']),
      await readCommandLine(['export', 'x', '-o', '-']),
    ];
    expect([make?.given, exported?.given]).toMatchObject([{ story: '-' }, { video: 'x', out: '-' }]);
    expect((await readCommandLine(['make', '']))?.given).toMatchObject({ story: '' });
  });

  it('takes every option of the registry where a film is ordered', async () => {
    const values: Record<string, string> = { seconds: '30', scenes: '3', language: 'pt-BR', voice: 'x' };
    const given = flagsOf(OPTIONS).flatMap(({ flag, field }) => {
      const option = field === 'title' ? null : OPTIONS[field as keyof typeof OPTIONS];
      const first = option && 'choices' in option ? String(Object.keys(option.choices)[0]) : 'words';
      return [`--${flag}`, values[field] ?? first];
    });
    const chosen = await readCommandLine(['make', 'story.txt', ...given]);
    expect(Object.keys(chosen?.given ?? {})).toEqual(
      expect.arrayContaining(flagsOf(OPTIONS).map(({ flag }) => flag)),
    );
  });

  it.each([
    [[], 'usage: Say what is to be done. See: storyshort --help'],
    [['mak', 'x'], 'usage: There is no command “mak”. Did you mean make? See: storyshort --help'],
    [['frobnicate'], 'usage: There is no command “frobnicate”. See: storyshort --help'],
    [['make'], 'usage: “make” of what? See: storyshort make --help'],
    [['watch', 'x', 'y'], 'usage: “y” is one thing too many. See: storyshort watch --help'],
    [['watch', 'x', '-o'], 'usage: -o lacks its value. See: storyshort watch --help'],
    [
      ['watch', 'x', '--otu=y'],
      'usage: --otu is no option here. Did you mean --out? See: storyshort watch --help',
    ],
    [
      ['export', 'x', 'flim'],
      'usage: “flim” is none for kind: it takes project, film, sound, srt, vtt, poster, assets, otio, fcpxml, provenance. Did you mean film? See: storyshort export --help',
    ],
    [
      ['make', 'x', '--speed', 'slwo'],
      'usage: “slwo” is none for --speed: it takes slow, normal, fast. Did you mean slow? See: storyshort make --help',
    ],
  ])('is refused with what is wrong and what to do: %j', async (args, words) => {
    expect(await refusalOf(...args)).toBe(words);
  });

  it('brings no token, and none is repeated', async () => {
    for (const args of [
      ['list', '--token', 'sts_secret'],
      ['list', '--token=sts_secret'],
    ]) {
      const said = await refusalOf(...args);
      expect(said).toContain('STORYSHORT_TOKEN');
      expect(said).not.toContain('sts_secret');
    }
  });
});

it('has a name of its own for each command', () => {
  const names = COMMANDS_OF_SITE.map(({ usage }) => usage.split(' ')[0]);
  expect(new Set(names).size).toBe(names.length);
});
