/** Writes a reading as a description that people, image models and `readScene` understand alike. */

import type { CastMember, SceneReading } from '#jobs/story/film/scene-reading.ts';
import { pluralOf } from './lexicon/lookup';
import {
  MOOD_PHRASES,
  PLACE_PHRASES,
  SHOT_PHRASES,
  SIDE_PHRASES,
  THINGS_LEAD,
  TIME_PHRASES,
  WEATHER_PHRASES,
} from './lexicon/phrases';
import { article, describeLook, verbOf } from './look-phrase';

export function describeReading(reading: SceneReading): string {
  const figures = reading.cast.map(describeMember);
  const scene = `${PLACE_PHRASES[reading.place]} ${TIME_PHRASES[reading.time]}`;
  const opening = figures.length > 0 ? `${capital(listed(figures))} ${scene}` : `A view ${scene}`;
  const things = reading.things.length > 0 ? ` ${THINGS_LEAD} ${listed(reading.things.map(article))}.` : '';
  const framing = [
    WEATHER_PHRASES[reading.weather],
    MOOD_PHRASES[reading.mood],
    SHOT_PHRASES[reading.shot],
    SIDE_PHRASES[reading.side],
  ];
  return `${opening}.${things} ${capital(framing.join(', '))}.`;
}

function describeMember(member: CastMember): string {
  const verb = verbOf(member.action, member.count);
  if (member.count > 1) {
    const number = member.count === 2 ? 'two' : 'three';
    const dressed = member.role ? ` dressed as ${pluralOf(member.role)}` : '';
    return `${number} ${pluralOf(member.subject)}${dressed} ${verb}`;
  }
  const kind = article(member.subject) + (member.role ? ` dressed as ${article(member.role)}` : '');
  const look = member.look ? `${member.role ? ',' : ''} ${describeLook(member.look)}` : '';
  if (member.name) return `${member.name}, ${kind}${look}, ${verb}`;
  return `${kind}${look}${member.look ? ',' : ''} ${verb}`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
