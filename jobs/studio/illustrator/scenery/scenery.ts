/** Chooses the painter of a scene's place. */

import type { Place } from '#jobs/story/film/scene-reading.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { paintHaze, paintSky } from '#jobs/studio/illustrator/light/sky.ts';
import { isUnderOpenSky } from '#jobs/studio/reading/places.ts';
import { paintAbstract } from './abstract';
import { paintClouds, paintMoon, paintPlanet, paintSpace } from './beyond';
import { paintCave } from './cave';
import { paintFarm, paintGarden, paintMeadow, paintOrchard, paintSwamp } from './countryside';
import { paintPhone } from './phone';
import { isRoom, paintRoom, type RoomName } from './rooms';
import { paintHarbour, paintIsland, paintSea, paintShore } from './seas';
import { paintCastle, paintMarket, paintVillage } from './settlements';
import { paintCity, paintRailway, paintRooftops } from './town';
import { paintUnderwater } from './underwater';
import { paintCabin, paintCar, paintCarriage } from './vehicles-inside';
import { paintStadium, paintStage } from './venues';
import { paintBridge, paintLake, paintRiver } from './waters';
import { paintDesert, paintForest, paintJungle, paintMountain, paintSnowfield } from './wilds';

const PAINTERS: Record<Exclude<Place, RoomName>, (stage: Stage) => void> = {
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
  cabin: paintCabin,
  carriage: paintCarriage,
  car: paintCar,
  stadium: paintStadium,
  stage: paintStage,
  phone: paintPhone,
  abstract: paintAbstract,
};

export function paintScenery(stage: Stage): void {
  const { place, weather } = stage.reading;
  if (isUnderOpenSky(place)) paintSky(stage);
  if (isRoom(place)) paintRoom(stage, place);
  else PAINTERS[place](stage);
  if (isUnderOpenSky(place) && weather !== 'fog' && stage.style.name !== 'neon') paintHaze(stage);
}
