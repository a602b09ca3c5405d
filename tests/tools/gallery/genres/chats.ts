import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Stories in text messages. */
export const CHATS: readonly GenreStory[] = [
  {
    slug: 'wrong-number',
    genre: 'text messages',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'chat',
    moods: ['playful', 'tender', 'joyful', 'calm'],
    titles: ['Wrong number', 'I think you have the wrong number', 'Do you still want the piano?'],
    text: `Unknown: Do you still want the piano?
Theo: Wrong number, sorry
Unknown: It's free. You just have to carry it
Theo: I don't play the piano
Unknown: Neither do I. My wife did
Theo: Oh
Theo: I'm sorry
Unknown: It's been two years. I want to hear it again, that's all. I thought if somebody took it they might send me a recording
Theo: What did she play?
Unknown: Mostly wrong notes 🙂
Theo: How many floors?
Unknown: Four
Theo: Of course it's four
Theo: I have a brother and a van. Saturday?
Unknown: Saturday. I'll make soup
Theo: I'll learn one song. Don't expect much
Unknown: She never did either`,
  },
  {
    slug: 'basement-light',
    genre: 'text messages',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'chat',
    moods: ['tense', 'mysterious'],
    titles: ['Mum, who is downstairs?', 'is that you downstairs', 'The light in the basement'],
    text: `me > mum is that you downstairs
mum > No sweetie I'm still at work. Why?
me > the basement light is on
mum > Dad probably forgot it. Turn it off and go to bed x
me > i did turn it off
me > it's on again
mum > Where is Dad?
me > asleep on the couch
mum > Wake him up. Now please
me > he wont wake up
me > mum
me > someone is humming down there
mum > Lock your door. I'm calling the police. I'm 10 minutes away
me > it's the song you always hum
mum > Lena listen to me. Do not go down there
me > ok
me > mum why are you texting me
me > i can hear you calling me for dinner`,
  },
];
