import { describe, expect, it } from 'vitest';
import { chatLines, chatShare } from '#jobs/story/film/chat/chat-lines.ts';
import { chatScenes } from '#jobs/story/film/chat/chat-scenes.ts';

const CHAT =
  'Mum: are you home yet?\nMe [11:42 PM]: almost. why?\nMum: somebody is in your room\nMe: I live alone';

describe('a chat', () => {
  it('is told from lines with a colon that are no messages', () => {
    expect(chatShare(chatLines('Note: this is long.\nStep 1: boil it.\nTip: salt it.'))).toBe(0);
    expect(chatShare(chatLines(CHAT))).toBe(1);
  });

  it('keeps who writes and when, apart from what is said', () => {
    expect(chatLines(CHAT)[1]).toEqual({ who: 'Me', text: 'almost. why?', time: '11:42 PM' });
    expect(chatLines('[9:05] Jo: hey')[0]).toEqual({ who: 'Jo', text: 'hey', time: '9:05' });
  });

  it('is read from messages that stand under who writes them and when', () => {
    const headed =
      'MAYA — 6:58 PM\nare you down there?\n\nTom, 18:59\nno\n[7:01 PM] Maya\nthen who is\nat the door';
    expect(chatLines(headed)).toEqual([
      { who: 'MAYA', text: 'are you down there?', time: '6:58 PM' },
      { who: 'Tom', text: 'no', time: '18:59' },
      { who: 'Maya', text: 'then who is', time: '7:01 PM' },
      { who: 'Maya', text: 'at the door', time: '7:01 PM' },
    ]);
    expect(chatShare(chatLines(headed))).toBe(1);
  });

  it('is scenes of messages, whose texts are what is said', () => {
    const scenes = chatScenes(CHAT);
    expect(scenes.map(({ narration }) => narration).join(' ')).toBe(
      'are you home yet? almost. why? somebody is in your room I live alone',
    );
    for (const { form, narration } of scenes) {
      expect(form?.kind).toBe('chat');
      if (form?.kind === 'chat') expect(form.messages.map(({ text }) => text).join(' ')).toBe(narration);
    }
  });

  it('has the one who tells it on the right, whoever writes first', () => {
    const [first] = chatScenes(CHAT);
    if (first?.form?.kind !== 'chat') throw new Error('It is no chat.');
    expect(first.form.messages.map(({ who, side }) => `${who} ${side}`)).toEqual([
      ...['Mum left', 'Me right', 'Mum left'],
    ]);
  });

  it('leaves what is nobody’s message a scene of its own', () => {
    const scenes = chatScenes(`It was a Sunday.\n${CHAT}`);
    expect(scenes[0]).toEqual({ narration: 'It was a Sunday.' });
  });
});
