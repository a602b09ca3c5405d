/** Passages like the open ones, written with them and put aside: no rule was made with these. */
import type { Dialogue } from './dialogue';

export const SEALED_DIALOGUES: readonly Dialogue[] = [
  {
    text: '“Who took the crown?” asked the queen. Nobody moved. “It was me,” said the cook at last. “I wanted to see if it would melt.”',
    said: ['queen', 'cook', 'cook'],
  },
  {
    text: 'Elias knelt beside the well. “There is no water,” he called up. “Dig deeper,” his father called back. “How deep?” Elias asked.',
    said: ['Elias', 'father', 'Elias'],
  },
  {
    text: 'The wolf smiled at the smallest pig. “Let me in.” “Not today,” said the pig. “Then tomorrow,” said the wolf, and he went away.',
    said: ['wolf', 'pig', 'wolf'],
  },
  {
    text: '“You promised,” Nora said. Jack looked at his shoes. “I know,” he said. “You promised twice,” she said.',
    said: ['Nora', 'Jack', 'Nora'],
  },
  {
    text: 'Suddenly a voice came from the dark: “Do not turn around.” The boy froze. “Who are you?” he breathed.',
    said: ['voice', 'boy'],
  },
  {
    text: '“In a hundred years,” said the turtle, “this will be a forest.” “I cannot wait,” said the mayfly.',
    said: ['turtle', 'turtle', 'mayfly'],
  },
  {
    text: '„Ich habe Hunger“, sagte der kleine Drache. „Dann iss deine Suppe“, brummte der Riese. „Sie ist zu heiß“, flüsterte der Drache.',
    said: ['Drache', 'Riese', 'Drache'],
  },
  {
    text: '«Abre la puerta», gritó Lucía. «No tengo la llave», contestó su hermano. «Entonces salta», dijo ella.',
    said: ['Lucía', 'hermano', 'Lucía'],
  },
  {
    text: '« Il neige », murmura la petite fille. « Il neige toujours en janvier », dit le vieux marin.',
    said: ['fille', 'marin'],
  },
  {
    text: 'Everybody called it “the singing house”. My uncle said to me, “Never whistle back.” Of course I whistled.',
    said: ['?', 'uncle'],
  },
  {
    text: 'Doctor Amari took off her gloves. “The test was wrong,” she told him. Mr. Lund began to cry. “Thank you,” he said.',
    said: ['Doctor Amari', 'Mr. Lund'],
  },
  {
    text: 'Kim pointed at the sky. “That one moved.” “Stars do not move,” Theo said. “Then it is not a star,” said Kim.',
    said: ['Kim', 'Theo', 'Kim'],
  },
];
