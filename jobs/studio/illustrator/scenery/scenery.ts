/** Chooses the painter of a scene's place. */

import type { Place } from '#jobs/story/film/scene-reading.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { paintHaze, paintSky } from '#jobs/studio/illustrator/light/sky.ts';
import { isUnderOpenSky } from '#jobs/studio/reading/places.ts';
import { paintAbstract } from './abstract';
import { paintClouds, paintMoon, paintPlanet, paintSpace } from './beyond';
import { paintCave } from './cave';
import { paintFarm, paintGarden, paintMeadow, paintOrchard, paintSwamp } from './countryside';
import { paintRoom } from './rooms';
import { paintHarbour, paintIsland, paintSea, paintShore } from './seas';
import { paintCastle, paintMarket, paintVillage } from './settlements';
import { paintCity, paintRailway, paintRooftops } from './town';
import { paintUnderwater } from './underwater';
import { paintCabin, paintCar, paintCarriage } from './vehicles-inside';
import { paintStadium, paintStage } from './venues';
import { paintBridge, paintLake, paintRiver } from './waters';
import { paintDesert, paintForest, paintJungle, paintMountain, paintSnowfield } from './wilds';

const PAINTERS: Record<Place, (stage: Stage) => void> = {
  meadow: paintMeadow,
  forest: paintForest,
  jungle: paintJungle,
  mountain: paintMountain,
  snowfield: paintSnowfield,
  desert: paintDesert,
  garden: paintGarden,
  orchard: paintOrchard,
  farm: paintFarm,
  village: paintVillage,
  market: paintMarket,
  city: paintCity,
  rooftops: paintRooftops,
  railway: paintRailway,
  bridge: paintBridge,
  castle: paintCastle,
  river: paintRiver,
  lake: paintLake,
  swamp: paintSwamp,
  sea: paintSea,
  shore: paintShore,
  island: paintIsland,
  harbour: paintHarbour,
  underwater: paintUnderwater,
  cave: paintCave,
  clouds: paintClouds,
  space: paintSpace,
  planet: paintPlanet,
  moon: paintMoon,
  home: (stage) => paintRoom(stage, 'home'),
  bedroom: (stage) => paintRoom(stage, 'bedroom'),
  kitchen: (stage) => paintRoom(stage, 'kitchen'),
  library: (stage) => paintRoom(stage, 'library'),
  workshop: (stage) => paintRoom(stage, 'workshop'),
  classroom: (stage) => paintRoom(stage, 'classroom'),
  hall: (stage) => paintRoom(stage, 'hall'),
  office: (stage) => paintRoom(stage, 'office'),
  cafe: (stage) => paintRoom(stage, 'cafe'),
  shop: (stage) => paintRoom(stage, 'shop'),
  hospital: (stage) => paintRoom(stage, 'hospital'),
  court: (stage) => paintRoom(stage, 'court'),
  precinct: (stage) => paintRoom(stage, 'precinct'),
  laboratory: (stage) => paintRoom(stage, 'laboratory'),
  'changing-room': (stage) => paintRoom(stage, 'changing-room'),
  cabin: paintCabin,
  carriage: paintCarriage,
  car: paintCar,
  stadium: paintStadium,
  stage: paintStage,
  abstract: paintAbstract,
};

export function paintScenery(stage: Stage): void {
  const { place, weather } = stage.reading;
  if (isUnderOpenSky(place)) paintSky(stage);
  PAINTERS[place](stage);
  if (isUnderOpenSky(place) && weather !== 'fog' && stage.style.name !== 'neon') paintHaze(stage);
}
