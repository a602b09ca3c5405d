import { describe, expect, it } from 'vitest';
import type { Place, TimeOfDay, Weather } from '#jobs/story/film/scene-reading.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';

const subjectsIn = (text: string) => readScene(text).cast.map(({ subject }) => subject);
const thingsIn = (text: string) => readScene(text).things;

describe('who is in a scene', () => {
  it.each<[string, string[]]>([
    ['The fox looked up at the grapes.', ['fox']],
    ['A hare and a tortoise stood at the start.', ['hare', 'tortoise']],
    ['Two mice danced on the cheese.', ['mouse']],
    ['An old woman fed the ducks.', ['grandmother', 'duck']],
    ['The wolves howled at the moon.', ['wolf']],
    ['On Station Nine a robot watered the garden.', ['robot']],
    ['A polar bear sat on the ice.', ['polar bear']],
    ['Three geese flew over the lake.', ['goose']],
    ['The children ran home.', ['girl', 'boy']],
    ['A firefly lit the garden.', ['firefly']],
    ['A knight rode to the castle.', ['man']],
    ['The queen smiled at the robot.', ['woman', 'robot']],
  ])('%s', (text, expected) => {
    expect(subjectsIn(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['He had to bear the cold.', 'a verb'],
    ['She ran like a rabbit.', 'a comparison'],
    ['The wall was as strong as an ox.', 'a comparison'],
    ['They saw no birds that day.', 'an absence'],
    ['He sang a song about a dragon.', 'something sung of'],
    ['The boat was made of wood.', 'a material'],
    ['She could not fly.', 'a verb'],
    ['He did not meet a single wolf.', 'an absence'],
  ])('finds no animal in “%s” (%s)', (text) => {
    const animals = subjectsIn(text).filter((subject) => !['woman', 'man', 'girl', 'boy'].includes(subject));
    expect(animals).toEqual([]);
  });

  it('knows names, what their bearers are, and how they are dressed', () => {
    expect(readScene('Captain Ines steered her boat.').cast[0]).toMatchObject({
      name: 'Ines',
      subject: 'woman',
      role: 'captain',
      action: 'sail',
    });
    expect(readScene('There lived a mouse named Pip.').cast[0]).toMatchObject({
      name: 'Pip',
      subject: 'mouse',
    });
    expect(readScene('His robot, Bolt, waved.').cast[0]).toMatchObject({
      name: 'Bolt',
      subject: 'robot',
      action: 'wave',
    });
    expect(readScene('Old Tom the fisherman slept.').cast[0]).toMatchObject({
      name: 'Tom',
      subject: 'grandfather',
      role: 'sailor',
      action: 'sleep',
    });
    expect(readScene('Detective Ada Quill walked home.').cast).toHaveLength(1);
    expect(readScene('Old Mr. Finch walked his dog, Biscuit, home.')).toMatchObject({
      cast: [
        { name: 'Finch', subject: 'grandfather', action: 'walk' },
        { name: 'Biscuit', subject: 'dog' },
      ],
      things: [],
    });
  });
});

describe('what is said of something else', () => {
  it.each<[string, string[], string[]]>([
    ['Her knees were butter, and her eyes were hawks.', [], []],
    ['His heart was a drum.', [], []],
    ['She wrote down a telephone number.', [], []],
    ['He opened his violin case.', [], []],
    ['Osei struck one key of the piano.', [], ['piano']],
    ['She picked up the key.', [], ['key']],
    ['He told every newspaper.', [], []],
    ['He asked her whether the dogs had names.', [], []],
    ['A storm broke the pine.', [], []],
    ['She smelled of honey.', [], []],
  ])('%s', (text, animals, things) => {
    expect(subjectsIn(text).filter((one) => !['woman', 'man', 'girl', 'boy'].includes(one))).toEqual(animals);
    expect(thingsIn(text)).toEqual(things);
  });
});

describe('the young of animals', () => {
  it.each<[string, string[]]>([
    ['The fawn ran.', ['little deer']],
    ['A bear and her cub sat on the grass.', ['bear', 'little bear']],
    ['A baby elephant slept.', ['little elephant']],
    ['Two wolf cubs ran home.', ['little wolf']],
    ['The little fox sat down.', ['little fox']],
    ['A little polar bear swam.', ['little polar bear']],
    ['A little mouse ran.', ['mouse']],
  ])('%s', (text, expected) => {
    expect(subjectsIn(text)).toEqual(expected);
  });
});

describe('kinds of things', () => {
  it.each<[string, string[]]>([
    ['A pine tree stood on the hill.', ['pine']],
    ['An old pine stood on the hill.', ['pine']],
    ['A palm tree stood on the island.', ['palm']],
    ['An apple tree stood on the hill.', ['tree']],
    ['Five little pines grew on the hill.', ['seedling']],
    ['She carried a goldfish in a jar.', ['fishbowl']],
  ])('%s', (text, expected) => {
    expect(thingsIn(text)).toEqual(expected);
    expect(subjectsIn(text)).not.toContain('fish');
  });
});

describe('what somebody does', () => {
  it.each<[string, string]>([
    ['The girl danced in the rain.', 'dance'],
    ['The old man slept.', 'sleep'],
    ['The baker could not sleep.', 'stand'],
    ['The boy never once danced.', 'stand'],
    ['A young fox saw the moon floating in a pond.', 'stand'],
  ])('%s → %s', (text, action) => {
    expect(readScene(text).cast[0]?.action).toBe(action);
  });
});

describe('what is in a scene', () => {
  it.each<[string, string[]]>([
    ['The wind rose and the boat turned.', ['boat']],
    ['She gave him a rose.', ['rose']],
    ['Her fishing boat lay in the sun.', ['boat']],
    ['They flew through a ring of ice.', []],
    ['He lost the ring.', ['ring']],
    ['She did not bring a sword.', []],
    ['They crossed the finish line.', ['finish line']],
    ['A cup and a saucer stood there.', []],
    ['He wanted to book a room.', []],
    ['She opened the book.', ['book']],
    ['Add a cup of sugar and a lemon.', ['lemon']],
    ['They drank from the well.', ['well']],
  ])('%s', (text, expected) => {
    expect(thingsIn(text)).toEqual(expected);
  });
});

describe('where and when a scene is', () => {
  it.each<[string, Place]>([
    ['Marta sailed across the open sea.', 'sea'],
    ['He walked through the dark forest.', 'forest'],
    ['They sat in the kitchen and ate soup.', 'kitchen'],
    ['On the moon there is no wind.', 'moon'],
    ['A lighthouse stood on the rocks.', 'shore'],
    ['The stone bridge crosses the river.', 'bridge'],
    ['She climbed up to the rooftops.', 'rooftops'],
    ['On a small red planet they landed softly.', 'planet'],
    ['The camel crossed the desert.', 'desert'],
    ['Under the tallest palm she found a chest.', 'island'],
    ['Patience is a kind of courage.', 'abstract'],
    ['They flew above the clouds.', 'clouds'],
    ['Lightning split the clouds.', 'abstract'],
    ['Their rocket crossed a sea of stars.', 'space'],
    ['She came home after school.', 'abstract'],
    ['The engine was as large as a football field.', 'abstract'],
    ['On the plane I held my breath.', 'cabin'],
    ['A flight attendant asked me to sit down.', 'cabin'],
    ['She watched the plane land.', 'abstract'],
    ['I met him on the night bus.', 'carriage'],
    ['My boss called me into his office.', 'office'],
    ['He was already at my desk.', 'office'],
    ['We sat in the diner until it closed.', 'cafe'],
    ['I work in a small shop.', 'shop'],
    ['They keep the heat in store.', 'abstract'],
    ['They took her to the hospital.', 'hospital'],
    ['She stood in court without a lawyer.', 'court'],
    ['They played on the tennis court.', 'abstract'],
    ['Two detectives waited at the police station.', 'precinct'],
    ['In the laboratory the lamp burned all night.', 'laboratory'],
    ['The locker room was silent.', 'changing-room'],
    ['I cried in the back seat.', 'car'],
    ['She put the bags in the car.', 'abstract'],
    ['The whole stadium sang.', 'stadium'],
    ['He walked onto the stage.', 'stage'],
    ['At this stage nobody knew.', 'abstract'],
  ])('%s → %s', (text, place) => {
    expect(readScene(text).place).toBe(place);
  });

  it.each<[string, TimeOfDay]>([
    ['At dawn she left.', 'dawn'],
    ['The stars came out.', 'night'],
    ['At sunset they came home.', 'sunset'],
    ['The sun sank behind the hills.', 'sunset'],
    ['It was noon.', 'noon'],
  ])('%s → %s', (text, time) => {
    expect(readScene(text).time).toBe(time);
  });

  it.each<[string, Weather]>([
    ['The wind rose.', 'wind'],
    ['A storm broke over them, and rain fell.', 'storm'],
    ['Snow fell for seven days.', 'snow'],
    ['Mist lay on the fields.', 'fog'],
    ['A quiet day.', 'clear'],
    ['It had not rained for forty days.', 'clear'],
    ['The river froze.', 'snow'],
  ])('%s → %s', (text, weather) => {
    expect(readScene(text).weather).toBe(weather);
  });

  it('reads any text at all without failing', () => {
    for (const text of [
      '',
      '…',
      '😀😀😀',
      '<script>alert(1)</script>',
      'Привет, мир',
      '昔々あるところに',
      'a'.repeat(3000),
    ]) {
      expect(readScene(text).cast.length).toBeLessThanOrEqual(3);
    }
  });
});
