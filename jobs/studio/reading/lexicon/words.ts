/** Single words by which free prose says where, when, in what weather and in which mood. */

import type { Place, TimeOfDay, Weather } from '#jobs/story/film/scene-reading.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** Words that speak of a place; the ones in the second list count less than half. */
export const PLACE_WORDS: Readonly<
  Record<Exclude<Place, 'abstract'>, readonly [strong: readonly string[], weak: readonly string[]]>
> = {
  meadow: [
    words('meadow meadows field fields pasture countryside grassland prairie'),
    words('path grass hill hills road race country picnic'),
  ],
  forest: [words('forest forests woods woodland thicket grove'), words('trees wood pines burrow roots')],
  jungle: [words('jungle rainforest'), words('vines tropical')],
  mountain: [
    words('mountain mountains peak summit alps ridge volcano'),
    words('valley cliff cliffs climb climbed snowcapped pass avalanche rope'),
  ],
  snowfield: [
    words('snowfield tundra glacier arctic antarctic blizzard sledge sled'),
    words('snow snowy ice icy frozen winter frost igloo'),
  ],
  desert: [words('desert dune dunes oasis sahara'), words('sand pyramid camel camels')],
  garden: [
    words('garden gardens vineyard trellis greenhouse'),
    words('flowerbed hedge vine vines blossoms roses tulips lawn park'),
  ],
  orchard: [words('orchard orchards'), words('grove')],
  farm: [words('farm farmyard barn barnyard stable'), words('farmer haystack plough cows hens')],
  village: [words('village town hamlet'), words('cottage neighbours villagers lane doorstep')],
  market: [words('market marketplace bazaar fair'), words('stall stalls stand')],
  city: [
    words('city street streets downtown skyscraper skyscrapers metropolis avenue subway'),
    words('taxi traffic apartment pavement crowd bus neon hotel detective inspector police lamp-post'),
  ],
  rooftops: [words('rooftop rooftops roofs'), words('roof chimney chimneys')],
  railway: [words('railway railroad station'), words('train rails locomotive platform')],
  bridge: [words('bridge bridges'), words('arch')],
  castle: [
    words('castle palace kingdom fortress'),
    words('throne tower towers drawbridge princess knight king queen'),
  ],
  river: [words('river stream brook riverbank creek waterfall'), words('bank water current')],
  lake: [words('lake pond lakeside'), words('water reeds')],
  swamp: [words('swamp marsh bog'), words('mud')],
  sea: [
    words('sea ocean seas sailed sailing'),
    words('ship boat waves wave sail sails whale deck aboard anchor mast'),
  ],
  shore: [
    words('shore beach coast seaside lighthouse bay ashore'),
    words('cliff cliffs sand rocks tide seashell'),
  ],
  island: [words('island islands'), words('palm palms castaway lagoon')],
  harbour: [words('harbour harbor quay pier dock docks port'), words('fishermen boats gulls')],
  underwater: [words('underwater seabed reef corals coral submarine'), words('mermaid depths deep diver')],
  cave: [words('cave cavern caves grotto'), words('tunnel crystals stalactites')],
  clouds: [words('heavens'), words('sky balloon')],
  space: [
    words('space galaxy orbit cosmos spaceship spacecraft asteroid rocket'),
    words('planets comet earth'),
  ],
  planet: [words('planet'), words('alien martian mars')],
  moon: [words('moonwalk crater craters lunar'), words('astronaut moondust')],
  bedroom: [words('bedroom bed cradle nursery'), words('lullaby bedtime teddy pillow blanket')],
  home: [
    words('parlour parlor sofa couch armchair fireplace fireside hearth upstairs downstairs indoors'),
    words('stairs piano carpet rug ceiling hallway mantelpiece'),
  ],
  kitchen: [
    words('kitchen oven stove'),
    words('bakery soup bread baker baked cook cooked supper breakfast dinner kettle'),
  ],
  library: [words('library bookshop bookstore study'), words('books shelves shelf archive')],
  workshop: [words('workshop garage attic'), words('tools inventor machine invention gears clockmaker')],
  classroom: [words('classroom school schoolroom'), words('teacher pupils lesson blackboard homework')],
  hall: [words('hall ballroom museum cathedral church'), words('columns feast')],
  office: [words('office cubicle workplace'), words('coworker colleague colleagues printer')],
  cafe: [
    words('café cafe coffeehouse diner restaurant cafeteria'),
    words('waiter waitress barista espresso latte'),
  ],
  shop: [words('supermarket boutique'), words('shop cashier checkout aisle')],
  hospital: [words('hospital ward clinic'), words('nurse surgeon ambulance surgery stretcher')],
  court: [words('courtroom courthouse'), words('jury lawyer verdict prosecutor')],
  precinct: [words('precinct'), words('interrogation')],
  laboratory: [words('laboratory lab'), words('microscope chemist test-tube')],
  'changing-room': [words('lockers'), words('jersey')],
  cabin: [[], words('stewardess turbulence')],
  carriage: [words('carriage'), words('conductor')],
  car: [words('dashboard windscreen windshield'), words('seatbelt')],
  stadium: [words('stadium arena'), words('referee goalkeeper penalty kick-off scoreboard pitch striker')],
  stage: [words('theatre theater'), words('audience concert microphone spotlight comedian')],
  // Told by what one does with it, never by its name alone: see `ON_SCREEN`.
  phone: [[], []],
};

export const TIME_WORDS: Readonly<Record<TimeOfDay, readonly string[]>> = {
  dawn: words('dawn sunrise daybreak'),
  morning: words('morning breakfast mornings'),
  noon: words('noon midday daylight sunny sunshine daytime'),
  afternoon: words('afternoon teatime'),
  sunset: words('sunset dusk evening twilight sundown supper'),
  night: words(
    'night midnight moonlight moonlit stars starry darkness bedtime nights nightfall tonight moon',
  ),
};

export const WEATHER_WORDS: Readonly<Record<Exclude<Weather, 'clear'>, readonly string[]>> = {
  cloudy: words('cloudy overcast'),
  wind: words('wind winds windy breeze gust gusts blew breezy'),
  rain: words('rain rained rainy raining drizzle puddles'),
  storm: words('storm storms thunder lightning tempest thunderstorm hurricane stormy'),
  snow: words(
    'snowed snowing snowflakes snowfall blizzard snowflake snowstorm winter froze frost icy skated',
  ),
  fog: words('fog mist misty foggy haze'),
};

/** Words of each mood, matched by their beginnings. */
export const MOOD_STEMS: Readonly<Record<MusicMood, readonly string[]>> = {
  calm: words('calm quiet gentl soft peace still slow rest breez garden evening tea cosy water'),
  joyful: words(
    'happ joy laugh smil cheer danc celebrat party won wins winner delight sunshine festival applau proud feast friend prize',
  ),
  magical: words(
    'magic wizard witch fairy dragon spell enchant wonder glow unicorn castle princess wish mermaid galax planet sparkl silver golden',
  ),
  sad: words(
    'sad crying cried tear wept weep alone lonel lost loss grief mourn sorrow farewell grave died death dying broken funeral',
  ),
  tense: words(
    'knock wardrobe basement attic brick humm nightmare strang stalk kidnap lock unlock corpse buzzer storm danger fear afraid scare terrif scream chase escap fled flee thunder lightning attack fight fought thief blood gun murder crash panic trap roar enemy battle suddenly alarm',
  ),
  adventurous: words(
    'adventur journey voyag explor climb sail rocket map treasure brave hero quest expedition discover captain mountain horizon travel launch knight league referee coach scoreboard stadium',
  ),
  mysterious: words(
    'myster secret detective stole footprint clue strange shadow dark fog mist ghost whisper vanish hidden unknown riddle clue footstep creak midnight puzzl cave',
  ),
  playful: words(
    'play fun giggl funny silly trick tease bounc hop jump tumbl nap boast joke clever puppy kitten mischie wobbl',
  ),
  tender: words(
    'love hug kiss mother grandmother grandfather lullaby baby held home remember goodnight dream sleep blanket pillow heart kind dear bedtime cradl',
  ),
};
