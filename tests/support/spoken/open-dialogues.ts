/** Passages with quoted lines and who says them; the rules were made with these. `?` stands for nobody told. */
import type { Dialogue } from './dialogue';

export const OPEN_DIALOGUES: readonly Dialogue[] = [
  {
    text: '“Hold on!” cried Mara. “The rope is giving way,” her brother Tom shouted. She laughed. “Then hold the other rope,” she said.',
    said: ['Mara', 'brother Tom', 'Mara'],
  },
  {
    text: 'The old keeper lit his pipe. “You came late,” he said. The girl shook her head. “I came when the lamp went out,” she answered.',
    said: ['keeper', 'girl'],
  },
  {
    text: 'A fox met a crow. “What a fine voice you must have,” said the fox. “Do you think so?” asked the crow. “I am sure of it,” the fox replied.',
    said: ['fox', 'crow', 'fox'],
  },
  {
    text: 'Anna whispered, “Is it gone?” Ben listened at the door. “Not yet,” he murmured. “Wait,” said Anna.',
    said: ['Anna', 'Ben', 'Anna'],
  },
  {
    text: '“If you cross that bridge,” the captain said, “you will not come back.” “I know,” said Lena.',
    said: ['captain', 'captain', 'Lena'],
  },
  {
    text: 'My grandmother used to say, “Bread tells you when it is done.” I never believed her. “It only smells,” I told her.',
    said: ['grandmother', '?'],
  },
  {
    text: '„Wer ist da?“, rief der Bauer. „Nur der Wind“, antwortete die Frau. „Der Wind klopft nicht“, sagte er.',
    said: ['Bauer', 'Frau', 'Bauer'],
  },
  {
    text: '«¿Quién vive aquí?», preguntó el zorro. «Yo», dijo la abuela. «Pues hace frío», respondió el zorro.',
    said: ['zorro', 'abuela', 'zorro'],
  },
  {
    text: '« Où vas-tu ? » demanda Claire. « À la mer », répondit le garçon. « Seul ? » dit-elle.',
    said: ['Claire', 'garçon', 'Claire'],
  },
  {
    text: 'The sign on the door read “No entry after dark”. Nobody had ever asked why.',
    said: ['?'],
  },
  {
    text: 'Mrs. Bell put down her cup. “Somebody has been in this room,” she said quietly. “Nobody has a key but you,” said Inspector Hale.',
    said: ['Mrs. Bell', 'Inspector Hale'],
  },
  {
    text: 'The robot stopped. “My battery is low,” it said. Pia opened her bag. “Take mine.” “That is a sandwich,” said the robot.',
    said: ['robot', 'Pia', 'robot'],
  },
];
