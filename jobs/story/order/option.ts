/**
 * What one option of a film is: the shape of an entry of the registry. Form, draft, schema, API, command line,
 * prices and plan read it from there; no page or program names an option's values by itself.
 */

/** Where an option can be had: everywhere, or only with what is connected or asked for. */
export type Offer =
  | 'always'
  | 'tone-taking-voice'
  | 'picture-qualities'
  | 'motion-model'
  | 'writing-model'
  | 'on-request';

/** What is made anew where the option is another; a key of the plan. */
export type Fed = 'script' | 'voice' | 'picture' | 'segment' | 'film';

/** What of the price follows it: see `film-cost.ts`. */
export type Costs = 'nothing' | 'pictures' | 'voices' | 'script';

/** The group in which the form shows it; absent for one by itself. */
export type Group = 'words' | 'voice';

/** A choice's words on the form. */
export type Words = readonly [label: string, note: string];

interface About {
  /** What stands above it on the form. */
  legend: string;
  /** What one of its values is called in a sentence: “There is no caption style called …”. */
  noun: string;
  /** What it does, for those who read about it, as the end of a line. */
  help: string;
  offer: Offer;
  feeds: readonly Fed[];
  costs: Costs;
  group?: Group;
}

/** One of several named values. */
export interface ChoiceOption<Value extends string = string, Usual extends Value | null = Value | null>
  extends About {
  kind: 'choice';
  choices: Readonly<Record<Value, Words>>;
  /** What holds where nothing is chosen; null leaves it open. */
  usual: Usual;
  /** What the form shows as chosen where it is left open; empty for what the servers say. */
  shown: string;
  /** Many short choices flow as pills on the form. */
  look: 'cards' | 'pills';
}

/** One of several lengths in seconds; left open where none is chosen. */
export interface SecondsOption<Value extends number = number> extends About {
  kind: 'seconds';
  choices: readonly Value[];
  shown: string;
  look: 'cards' | 'pills';
}

/** A whole number; left open where none is given. */
export interface CountOption extends About {
  kind: 'count';
  least: number;
  most: number;
}

/** A BCP 47 tag, or `auto`. */
export interface LanguageOption extends About {
  kind: 'language';
  usual: 'auto';
}

/** Words of the author's; left open where there are none. */
export interface WordsOption extends About {
  kind: 'words';
  /** Most characters. */
  most: number;
}

export type Option =
  | ChoiceOption<string, string | null>
  | SecondsOption
  | CountOption
  | LanguageOption
  | WordsOption;

/** Options by name, in the order of the form. */
export type Registry = Readonly<Record<string, Option>>;

interface ChoiceEntry<Value extends string, Usual extends Value | null> extends About {
  choices: Readonly<Record<Value, Words>>;
  usual: Usual;
  shown?: Value | '';
  look?: 'cards' | 'pills';
}

/** An entry for one of several named values, in the order in which they are offered. */
export function choice<Value extends string, Usual extends NoInfer<Value> | null>(
  entry: ChoiceEntry<Value, Usual>,
): ChoiceOption<Value, Usual> {
  const { shown = entry.usual ?? '', look = 'cards' } = entry;
  return { ...entry, kind: 'choice', shown, look };
}

/** A name that a choice may have, in the order in which they are offered. */
export function valuesOf<Value extends string>({
  choices,
}: Pick<ChoiceOption<Value>, 'choices'>): readonly Value[] {
  return Object.keys(choices) as Value[];
}

/** The same without `auto`, which leaves it to the story. */
export function decidedValuesOf<Value extends string>(
  option: Pick<ChoiceOption<Value>, 'choices'>,
): readonly Exclude<Value, 'auto'>[] {
  return valuesOf(option).filter((value): value is Exclude<Value, 'auto'> => value !== 'auto');
}

/** The value that a text names, or null. */
export function valueNamed<Value extends string>(
  option: Pick<ChoiceOption<Value>, 'choices'>,
  text: string,
): Value | null {
  return valuesOf(option).find((value) => value === text) ?? null;
}

/** What the form holds before anything is chosen. */
export function shownAtFirst(option: Option): string {
  if (option.kind === 'choice' || option.kind === 'seconds') return option.shown;
  return option.kind === 'language' ? option.usual : '';
}

/** `voiceTone` as the command line spells it: `voice-tone`. */
export function flagOf(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
