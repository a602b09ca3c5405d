/**
 * Who can appear in a picture. The key is the word a prompt uses; `words` are other words that mean the
 * same figure. Sizes are heights in units of a hare; an adult person is 1.45.
 */

import { youngAmong } from './young';

export type Sex = 'female' | 'male';

export interface PersonForm {
  kind: 'person';
  sex: Sex;
  age: 'child' | 'adult' | 'old';
}

export interface AnimalForm {
  kind: 'animal';
  glyph: string;
  habitat: 'land' | 'air' | 'water';
  /** Which way the glyph looks. */
  facing: 'left' | 'right' | 'front';
}

/** A sitting animal: a drawn body under a glyph's face. */
export interface PuppetForm {
  kind: 'puppet';
  glyph: string;
  coat: string;
  belly: string;
  tail: 'bushy' | 'tufted' | 'none';
}

/** A being that is drawn by its own function. */
export interface BeingForm {
  kind: 'being';
  being: 'robot' | 'alien' | 'astronaut' | 'ghost' | 'snowman' | 'firefly';
}

export interface Subject {
  words: readonly string[];
  size: number;
  form: PersonForm | AnimalForm | PuppetForm | BeingForm;
}

const person = (sex: Sex, age: PersonForm['age'], size: number, words: string): Subject => ({
  words: words.split(' ').filter(Boolean),
  size,
  form: { kind: 'person', sex, age },
});

const animal = (
  glyph: string,
  size: number,
  words = '',
  habitat: AnimalForm['habitat'] = 'land',
  facing: AnimalForm['facing'] = 'left',
): Subject => ({
  words: words.split(' ').filter(Boolean),
  size,
  form: { kind: 'animal', glyph, habitat, facing },
});

const puppet = (
  glyph: string,
  size: number,
  coat: string,
  belly: string,
  tail: PuppetForm['tail'],
  words = '',
): Subject => ({
  words: words.split(' ').filter(Boolean),
  size,
  form: { kind: 'puppet', glyph, coat, belly, tail },
});

const being = (name: BeingForm['being'], size: number, words = ''): Subject => ({
  words: words.split(' ').filter(Boolean),
  size,
  form: { kind: 'being', being: name },
});

const GROWN: Readonly<Record<string, Subject>> = {
  girl: person('female', 'child', 1.2, 'daughter maid schoolgirl granddaughter sister niece lass'),
  boy: person('male', 'child', 1.2, 'son lad schoolboy grandson brother nephew child kid'),
  woman: person('female', 'adult', 1.45, 'mother mum mom wife lady aunt mama neighbour neighbor stranger'),
  man: person('male', 'adult', 1.5, 'father dad husband uncle gentleman papa fellow traveller traveler'),
  grandmother: person('female', 'old', 1.35, 'grandma granny nana'),
  grandfather: person('male', 'old', 1.4, 'grandpa granddad elder'),

  hare: animal('rabbit', 0.95, 'rabbit bunny'),
  tortoise: animal('turtle', 0.72, 'turtle'),
  mouse: animal('mouse', 0.55, '', 'land', 'left'),
  rat: animal('rat', 0.6),
  dog: animal('dog', 0.95, 'hound'),
  'black cat': animal('black-cat', 0.85),
  cat: animal('cat', 0.85),
  horse: animal('horse', 1.5, 'pony mare stallion'),
  donkey: animal('donkey', 1.35, 'mule'),
  cow: animal('cow', 1.35),
  ox: animal('ox', 1.4, 'bull oxen'),
  sheep: animal('ewe', 1.0, 'ewe'),
  ram: animal('ram', 1.05),
  goat: animal('goat', 1.1),
  pig: animal('pig', 0.9, 'hog'),
  boar: animal('boar', 1.0),
  elephant: animal('elephant', 1.9),
  camel: animal('camel', 1.6),
  deer: animal('deer', 1.45, 'stag reindeer'),
  doe: animal('doe', 1.3, 'hind'),
  monkey: animal('monkey', 0.95),
  gorilla: animal('gorilla', 1.4, 'ape'),
  tiger: animal('tiger', 1.15),
  leopard: animal('leopard', 1.1, 'cheetah panther'),
  squirrel: animal('chipmunk', 0.6, 'chipmunk'),
  hedgehog: animal('hedgehog', 0.55),
  beaver: animal('beaver', 0.75),
  badger: animal('badger', 0.75),
  otter: animal('otter', 0.75),
  skunk: animal('skunk', 0.65),
  sloth: animal('sloth', 0.9),
  raccoon: animal('raccoon', 0.75),
  kangaroo: animal('kangaroo', 1.3),
  llama: animal('llama', 1.35, 'alpaca'),
  giraffe: animal('giraffe', 2.1),
  zebra: animal('zebra', 1.4),
  hippo: animal('hippopotamus', 1.35, 'hippopotamus'),
  rhino: animal('rhinoceros', 1.4, 'rhinoceros'),
  mammoth: animal('mammoth', 1.9),
  bison: animal('bison', 1.5, 'buffalo'),
  rooster: animal('rooster', 0.8, 'cockerel'),
  turkey: animal('turkey', 0.85),
  duck: animal('duck', 0.65),
  swan: animal('swan', 0.9),
  goose: animal('goose', 0.9, 'geese gander'),
  peacock: animal('peacock', 1.05),
  flamingo: animal('flamingo', 1.2),
  penguin: animal('penguin', 0.85),
  owl: animal('owl', 0.8, 'owlet'),
  crow: animal('black-bird', 0.6, 'raven blackbird magpie'),
  parrot: animal('parrot', 0.6),
  snake: animal('snake', 0.65, 'serpent'),
  crocodile: animal('crocodile', 1.1, 'alligator'),
  lizard: animal('lizard', 0.5, 'gecko'),
  snail: animal('snail', 0.45),
  ant: animal('ant', 0.42),
  spider: animal('spider', 0.45),
  caterpillar: animal('bug', 0.42),
  beetle: animal('beetle', 0.38),
  ladybird: animal('lady-beetle', 0.36, 'ladybug'),
  grasshopper: animal('cricket', 0.42, 'cricket'),
  dinosaur: animal('sauropod', 2.2),
  tyrannosaur: animal('t-rex', 2.1),
  dragon: animal('dragon', 2.0),
  crab: animal('crab', 0.5, '', 'land', 'front'),
  seal: animal('seal', 0.9, 'walrus'),

  worm: animal('worm', 0.35, 'earthworm'),
  scorpion: animal('scorpion', 0.45),
  lobster: animal('lobster', 0.55, 'crayfish'),
  squid: animal('squid', 0.8, '', 'water', 'front'),
  shrimp: animal('shrimp', 0.45, 'prawn', 'water'),
  mosquito: animal('mosquito', 0.34, 'gnat', 'air'),
  fly: animal('fly', 0.34, 'housefly', 'air', 'front'),

  bird: animal('bird', 0.45, 'sparrow robin finch nightingale wren swallow songbird', 'air'),
  eagle: animal('eagle', 0.85, 'hawk falcon', 'air'),
  dove: animal('dove', 0.5, 'pigeon', 'air'),
  gull: animal('dove', 0.55, 'seagull', 'air'),
  bat: animal('bat', 0.5, '', 'air', 'front'),
  bee: animal('honeybee', 0.32, 'bumblebee honeybee', 'air'),
  butterfly: animal('butterfly', 0.36, 'moth', 'air', 'front'),
  fairy: animal('fairy', 0.9, 'pixie', 'air', 'front'),
  phoenix: animal('phoenix', 1.1, 'firebird', 'air', 'front'),

  whale: animal('spouting-whale', 1.5, '', 'water'),
  orca: animal('orca', 1.3, '', 'water'),
  dolphin: animal('dolphin', 1.0, 'porpoise', 'water'),
  fish: animal('tropical-fish', 0.6, 'trout salmon carp goldfish', 'water'),
  shark: animal('shark', 1.2, '', 'water'),
  octopus: animal('octopus', 0.9, '', 'water', 'front'),
  jellyfish: animal('jellyfish', 0.7, '', 'water', 'front'),
  mermaid: animal('mermaid', 1.3, '', 'water', 'front'),

  fox: puppet('fox', 1.05, '#f28a2e', '#fff3e0', 'bushy', 'vixen'),
  wolf: puppet('wolf', 1.25, '#8d97a5', '#e3e7ec', 'bushy'),
  bear: puppet('bear', 1.45, '#8a5a3c', '#b98a63', 'none'),
  'polar bear': puppet('polar-bear', 1.45, '#e9eef4', '#ffffff', 'none'),
  lion: puppet('lion', 1.35, '#e9a13b', '#f7cf86', 'tufted', 'lioness'),
  panda: puppet('panda', 1.3, '#f5f2ee', '#2f2f36', 'none'),
  koala: puppet('koala', 1.0, '#9aa3ad', '#dde2e7', 'none'),
  frog: puppet('frog', 0.7, '#3fae5a', '#c9efb0', 'none', 'toad'),
  hamster: puppet('hamster', 0.55, '#e8a860', '#fff3e0', 'none'),
  unicorn: puppet('unicorn', 1.4, '#e9e4f5', '#ffffff', 'bushy'),
  hen: puppet('chicken', 0.75, '#f3eee6', '#ffffff', 'bushy', 'chicken'),
  chick: animal('front-facing-baby-chick', 0.45, '', 'land', 'front'),
  moose: puppet('moose', 1.5, '#7a5238', '#a87a54', 'none', 'elk'),

  robot: being('robot', 1.25, 'android'),
  astronaut: being('astronaut', 1.35, 'cosmonaut spaceman'),
  ghost: being('ghost', 1.1, 'spirit phantom'),
  snowman: being('snowman', 1.25),
  alien: being('alien', 0.95, 'martian'),
  firefly: being('firefly', 0.5, 'glowworm lightning-bug'),
  troll: animal('troll', 1.6, 'giant ogre', 'land', 'front'),
};

/** Everyone, and the young of every animal. */
export const SUBJECTS: Readonly<Record<string, Subject>> = { ...GROWN, ...youngAmong(GROWN) };
