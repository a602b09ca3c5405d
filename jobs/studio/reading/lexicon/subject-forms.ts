/** What kinds of figures there are, and what is known of each. */

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
