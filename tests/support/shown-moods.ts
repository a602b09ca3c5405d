/** Short stories that show what they feel and name it nowhere, with the moods that a listener would take. */
import type { MusicMood } from '#jobs/story/order/options.ts';

export interface ShownMood {
  moods: readonly MusicMood[];
  story: string;
}

/** Open to whoever makes rules. */
export const OPEN_MOODS: readonly ShownMood[] = [
  {
    moods: ['tense', 'mysterious'],
    story:
      'The power was out in the whole street. I lay in bed and listened to the rain. Then something scratched at the door, slowly, three times. I live alone. My dog has been dead for a year. I took the torch from the drawer, but the batteries were gone. When I reached for the handle it was already turning.',
  },
  {
    moods: ['tense', 'mysterious'],
    story:
      'Every night at the same minute the phone in the hall rings once. Nobody is ever there. Yesterday I pulled the plug out of the wall before I went to bed. It rang anyway. This time somebody was breathing. A voice that sounded like mine said: do not turn around.',
  },
  {
    moods: ['sad', 'tender'],
    story:
      'My father’s chair still stands by the window. Nobody sits in it. Mum lays a plate for him on Sundays and then takes it away again. Last week I found his glasses in the pocket of my coat. I put them on and the whole room went blurred, and I stayed like that for a long time.',
  },
  {
    moods: ['sad', 'tender'],
    story:
      'We had the old dog for fourteen years. On her last morning she could not get up any more. My brother carried her into the garden so that she could feel the sun. She put her head on his knee, the way she always had. The house is so empty now that I can hear the fridge.',
  },
  {
    moods: ['joyful', 'playful'],
    story:
      'It was the hottest day of the year and the ice cream van had broken down right in front of our school. The driver shrugged, opened the hatch and shouted: take what you can eat! Four hundred children ran. Even the headmaster had chocolate on his tie. We still call it the best day ever.',
  },
  {
    moods: ['joyful', 'playful', 'tender'],
    story:
      'When Grandma turned ninety the whole village came. They had hung lanterns in the apple trees, and the brass band played so badly that everybody sang louder. She danced with the baker, the priest and the postman. At midnight she asked who was tired. Nobody was.',
  },
  {
    moods: ['adventurous'],
    story:
      'Three of us set out with one rope and bread for two days. The ridge was so narrow that we crawled. At noon the fog came in and we could not see our own boots. We could have turned back. Instead Rana tied herself in, took the lead, and did not stop until there was no more mountain above her.',
  },
  {
    moods: ['adventurous'],
    story:
      'The coach said we were too small for the league. So we ran up the stadium stairs before sunrise, every day, for a year. In the final we were two goals behind with nine minutes left. Nobody on our bench sat down. When the third one hit the net I could not hear the whistle.',
  },
  {
    moods: ['magical'],
    story:
      'In the attic there was a music box that no key would open. On the shortest night of the year it opened by itself. Out came a thread of light, then a second, and they wove a small bird in the air. It flew once around the lamp. Wherever its shadow fell, the old toys began to stir.',
  },
  {
    moods: ['magical'],
    story:
      'The baker’s daughter kneaded a pinch of moonlight into the dough. In the morning the loaves floated off the shelf. They drifted over the roofs, and whoever broke off a piece could understand what the pigeons said. The mayor’s cat turned out to be three hundred years old.',
  },
  {
    moods: ['mysterious', 'tense'],
    story:
      'In 1962 the lighthouse crew stopped answering the radio. When the supply boat came, the table was laid for three and the soup was still warm. The log ended in the middle of a word. No boat was missing. To this day nobody knows where the men went.',
  },
  {
    moods: ['mysterious'],
    story:
      'Divers found a staircase at the bottom of the lake. It leads down, not up. The steps are older than any town on the shore, and each has a sign carved into it that is in no book. They counted two hundred and then ran out of air. Something below them was humming.',
  },
  {
    moods: ['playful'],
    story:
      'My cat has decided that the printer is her enemy. Whenever it starts she creeps up, wiggles her bottom and attacks the paper. Yesterday she printed forty copies of her own paw. I framed one. She looks at it as if somebody else had done it.',
  },
  {
    moods: ['playful'],
    story:
      'Sir Reginald the goose was appointed mayor by mistake. He bit the treasurer, sat on the budget and honked through every speech. Taxes went down. Strangely the people had never been so content. At the next election nobody dared to stand against him.',
  },
  {
    moods: ['calm'],
    story:
      'Early in the morning the lake is as flat as glass. An old man rows out, slowly, and lets the oars rest. A heron stands in the reeds. He has no rod with him and no plan. After an hour he rows home and puts the kettle on.',
  },
  {
    moods: ['tender'],
    story:
      'He was two hours old when they put him into my arms. He had my mother’s frown. I told him everything I knew about the world, which was not much, and he held on to my little finger the whole time as if I might fall.',
  },
];

/** Put aside before any rule was made of the others. */
export const ASIDE_MOODS: readonly ShownMood[] = [
  {
    moods: ['tense'],
    story:
      'The lift stopped between the fourth and fifth floor. The man in the corner smiled and put down his bag. It was moving. I pressed the alarm and there was no sound at all. He said: it only hurts if you struggle. Then the light went off.',
  },
  {
    moods: ['tense', 'mysterious'],
    story:
      'We bought the house because it was cheap. The children said the lady in the cellar was nice. We have no cellar, I told them. That night I moved the wardrobe and found the door behind it, nailed shut from our side. Something on the other side knocked back.',
  },
  {
    moods: ['sad', 'tender'],
    story:
      'She wrote him a letter every week of the war. He answered the first eleven. She kept writing after that, to the same address, because to stop would have meant that she knew. When they cleared out her flat they found two hundred envelopes that had come back unopened.',
  },
  {
    moods: ['sad'],
    story:
      'I still have your number. I know that it belongs to someone else now. On your birthday I typed a message and deleted it, the same as last year. The coffee place on the corner has closed. There is nobody left who would know why I stood in front of it for so long.',
  },
  {
    moods: ['joyful'],
    story:
      'The results came at noon. I read the email twice, then I ran barefoot down the stairs and banged on every door in the house. Passed! The neighbours I had never spoken to hugged me. Somebody turned on music, somebody else brought a cake, and at three in the morning we were still singing on the roof.',
  },
  {
    moods: ['joyful', 'playful'],
    story:
      'On the first warm evening the whole block carries tables onto the street. There is too much food, as always. The twins juggle with lemons and hit the accordion player. He plays on, faster. Later even Mr Novak laughs, and he has not laughed since winter.',
  },
  {
    moods: ['adventurous'],
    story:
      'Nobody had ever crossed the desert on that bicycle. It had no gears and one brake. On the fourth day the sand took the road away, so I steered by the stars. My water ran out twelve miles before the well. I remember every one of those miles, and I would ride them again tomorrow.',
  },
  {
    moods: ['adventurous', 'tense'],
    story:
      'The wave was as high as a church. Our skipper laughed and turned the bow straight into it. Hold on, she shouted, and the deck went up like a wall. When we came down on the far side the mast was still there and so were we. Ahead lay the open strait and, for the first time, land.',
  },
  {
    moods: ['magical'],
    story:
      'Whoever drops a coin into the third fountain gets back something lost. I dropped mine without thinking. The water began to glow and a hand of silver reached up with my first tooth in it, and then the red mitten, and then, very gently, my grandmother’s laugh.',
  },
  {
    moods: ['magical', 'tender'],
    story:
      'At the edge of the wood lives a giant who mends the stars that fall. He warms them in his hands until they glow again and throws them back. One autumn a girl brought him one that she had kept under her pillow. It was no bigger than a seed, and it hummed.',
  },
  {
    moods: ['mysterious'],
    story:
      'The painting hangs in a small museum in the north. Guards who have watched it for years swear that the window in the background used to be closed. An X-ray in the eighties showed a figure underneath that matches no sketch. Last month a second one appeared. The room has been locked since.',
  },
  {
    moods: ['mysterious'],
    story:
      'A radio signal has been repeating every hundred and nine minutes since spring. It comes from a part of the sky where there is nothing, not even dust. When they slowed it down it had the rhythm of a heartbeat. Last Tuesday, for the first time, it skipped a beat.',
  },
  {
    moods: ['playful'],
    story:
      'I told my phone to remind me to be spontaneous. It asked at what time. My fridge now orders its own milk, my vacuum cleaner is on strike, and the toaster and I are not on speaking terms. Yesterday the doorbell asked me who I was.',
  },
  {
    moods: ['playful', 'joyful'],
    story:
      'Two hedgehogs opened a balloon shop. It did not go well. They tried gloves, they tried tongs, they tried being very careful indeed. Bang! By lunch they had invented the loudest shop in town, and by evening there was a queue around the corner.',
  },
  {
    moods: ['calm'],
    story:
      'The monastery wakes before the birds. Someone sweeps the leaves from the courtyard, one slow stroke after the other. Steam rises from the rice. Nobody speaks until the bell, and when it comes it seems to have been there all along.',
  },
  {
    moods: ['tender'],
    story:
      'My little sister cannot sleep without the hall light on. So I tell her that I am the one who is afraid. Then she takes my hand, very seriously, and says she will stay until I am asleep. We have done this every night since Mum went to hospital. She has never asked whether it is true.',
  },
];
