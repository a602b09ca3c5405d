import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Put aside: stories in text messages. */
export const ASIDE_CHATS: readonly GenreStory[] = [
  {
    slug: 'landlord-cat',
    genre: 'text messages',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'chat',
    moods: ['playful', 'joyful'],
    titles: [
      'There is a cat in the contract',
      'No pets allowed',
      "That's not my cat",
      'The cat in apartment 4',
    ],
    text: `[10:02 AM] Mr. Pell: Good morning. A neighbor says there is a cat in your apartment.
[10:09 AM] Jonas: Good morning! No cat here 😊
[10:10 AM] Mr. Pell: I am standing in the yard. I see it in the window.
[10:10 AM] Jonas: That's a cushion
[10:11 AM] Mr. Pell: The cushion is cleaning its leg.
[10:15 AM] Jonas: ok it's a cat. But it's not mine
[10:15 AM] Mr. Pell: Whose is it?
[10:17 AM] Jonas: It came with the apartment. It has been on the balcony since before I moved in
[10:31 AM] Mr. Pell: Is it grey? With a white foot?
[10:31 AM] Jonas: Yes??
[10:44 AM] Mr. Pell: Her name is Duchess. She was my mother's. We looked for her for a year.
[10:45 AM] Jonas: Oh no. Do you want to come up?
[10:46 AM] Mr. Pell: I am already on the stairs. I have brought tuna.`,
  },
  {
    slug: 'dad-at-the-airport',
    genre: 'text messages',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'chat',
    moods: ['tender', 'calm', 'joyful', 'sad'],
    titles: ['Dad at the airport', 'Row 31', 'Look left', 'I may have done something stupid'],
    text: `MAYA — 6:58 PM
Landed. Why are you typing so much

DAD — 7:01 PM
I may have done something stupid.

MAYA — 7:01 PM
dad.

DAD — 7:03 PM
You said nobody would be at your graduation. I looked up flights. There was one.

MAYA — 7:03 PM
you HATE flying

DAD — 7:04 PM
I do. I held hands with a stranger from row 31. His name is Bert. He works in insulation.

MAYA — 7:06 PM
where are you right now

DAD — 7:06 PM
By a big yellow sign. I'm wearing the suit.

MAYA — 7:07 PM
the wedding suit??

DAD — 7:07 PM
It still fits if I don't breathe. Look left.

MAYA — 7:09 PM
i can't type. i'm crying in front of Bert`,
  },
];
