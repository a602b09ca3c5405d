/** What people do for a living, or are dressed as, and what they wear on their heads for it. */
import type { PersonForm, Sex } from './subject-forms';

/** What people do or are dressed as; each has a sex and age where the word alone says so. */
export interface Role {
  words: readonly string[];
  sex: Sex | null;
  age: PersonForm['age'];
  hat: Hat;
}

export type Hat =
  | 'none'
  | 'straw'
  | 'cap'
  | 'captain'
  | 'crown'
  | 'tiara'
  | 'wizard'
  | 'witch'
  | 'knight'
  | 'chef'
  | 'hood'
  | 'helmet'
  | 'beret'
  | 'fedora'
  | 'peaked';

const role = (hat: Hat, sex: Sex | null = null, age: PersonForm['age'] = 'adult', words = ''): Role => ({
  words: words.split(' ').filter(Boolean),
  sex,
  age,
  hat,
});

export const ROLES: Readonly<Record<string, Role>> = {
  princess: role('tiara', 'female', 'child'),
  prince: role('crown', 'male', 'child'),
  queen: role('crown', 'female', 'adult', 'empress'),
  king: role('crown', 'male', 'adult', 'emperor'),
  knight: role('knight'),
  wizard: role('wizard', 'male', 'old', 'sorcerer magician mage'),
  witch: role('witch', 'female', 'adult', 'sorceress enchantress'),
  captain: role('captain', null, 'adult', 'skipper'),
  sailor: role('cap', null, 'adult', 'fisherman fisherwoman fisher keeper'),
  farmer: role('straw', null, 'adult', 'shepherd shepherdess gardener miller'),
  baker: role('chef', null, 'adult', 'cook chef'),
  inventor: role('none', null, 'adult', 'engineer scientist mechanic clockmaker watchmaker'),
  artist: role('beret', null, 'adult', 'painter musician poet'),
  hunter: role('hood', null, 'adult', 'woodcutter archer thief beggar'),
  builder: role('helmet', null, 'adult', 'miner worker mason carpenter'),
  detective: role('fedora', null, 'adult', 'inspector police policeman policewoman'),
  teacher: role('none', null, 'adult', 'librarian professor'),
  driver: role('peaked', null, 'adult', 'postman courier messenger conductor pilot chauffeur'),
  doctor: role('none', null, 'adult', 'nurse surgeon vet'),
  merchant: role('none', null, 'adult', 'shopkeeper grocer tailor trader waiter waitress'),
  mayor: role('none', null, 'adult', 'judge president minister'),
  pirate: role('captain', null, 'adult'),
  soldier: role('peaked', null, 'adult', 'guard'),
};
