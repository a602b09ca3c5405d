import { describe, expect, it } from 'vitest';
import { tellingOf } from '#jobs/studio/storyteller/telling/telling.ts';

describe('the kind of telling', () => {
  it.each([
    ['chat', 'Ana: are you up\nMe: no\nAna: your light is on\nMe: that is not my light'],
    ['chat', '[22:10] Tom: where is the key\n[22:11] Lea: under the pot\n[22:15] Tom: there is no pot'],
    [
      'chat',
      'dad > did you feed the cat\nme > which cat\ndad > the one on the roof\nme > we have a roof cat?',
    ],
    ['list', 'Top 3 lakes to swim in\n\n3. Lake Bled\n2. Lake Como\n1. The one behind my house'],
    ['list', 'What I pack:\n- socks\n- a book\n- one good knife'],
    [
      'how-to',
      'Tea, properly\n1. Boil the water.\n2. Pour it over the leaves.\n3. Set the timer: 4 minutes.\n4. Stir and serve.',
    ],
    ['quotes', '“Dare to know.”\nImmanuel Kant, philosopher\n\n“Know thyself.”\nSocrates (470–399 BC)'],
    ['quotes', '“Dare to know.” — Immanuel Kant\n“Know thyself.” — Socrates'],
    [
      'confession',
      'I lied to my sister for nine years. I told her I had sold our mother’s ring. I never did. I wear it when I am alone.',
    ],
    [
      'confession',
      'J’ai menti à ma sœur. Je lui ai dit que mon train était en retard, et je suis restée sur le quai.',
    ],
    [
      'news',
      'Police in Marlow said on Tuesday that two officers were hurt. Witnesses reported a van. The suspect was arrested on Wednesday.',
    ],
    [
      'fact',
      'Did you know that an octopus has three hearts? Scientists found that two of them stop when it swims. Some species live only a year.',
    ],
    ['advert', 'Our shop opens on Friday! Handmade soap, only $4 a bar. Order now and get free shipping.'],
    [
      'persuasion',
      'You don’t need another plan. You need to start. Stop waiting for your life. Your excuses will not carry you. Believe in what you do today.',
    ],
    [
      'biography',
      'Ada Lovelace was born in London in 1815. She grew up with numbers. In 1843 she published her notes. She died in 1852.',
    ],
    ['tale', 'Once upon a time there was a fox. One night the fox asked the owl for help. The owl said no.'],
    [
      'tale',
      'The baker asked the police for help. “I have no bread,” he said. “You have an oven,” she whispered. One night he laughed.',
    ],
    [
      'news',
      'Brackwater, Oregon. November 9, 1978. A ferry left the pier with its lamps out, and by morning it was missing.',
    ],
    [
      'confession',
      'ok so i never told anyone this but i was the one who broke it and i just watched him pay',
    ],
    ['tale', 'The wind came over the hill.'],
  ])('is %s: %s', (expected, story) => {
    expect(tellingOf(story).treatment).toBe(expected);
  });

  it('says what it was told by', () => {
    const { why, confidence } = tellingOf('Ana: are you up\nMe: no\nAna: your light is on');
    expect(why).toContain('lines');
    expect(confidence).toBe(1);
  });
});
