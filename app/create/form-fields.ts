/** Which of the registry's options the form shows, and where. Pure. */
import type { Group, Option, Registry } from '#jobs/story/order/option.ts';
import { type Connected, isOffered } from './offers';

export interface FormField {
  name: string;
  option: Option;
}

/** The options that can be chosen here, in their order: those of a group, or those that stand by themselves. */
export function formFields(options: Registry, connected: Connected, group: Group | null): FormField[] {
  return Object.entries(options)
    .map(([name, option]) => ({ name, option }))
    .filter(({ option }) => (option.group ?? null) === group && isOffered(option.offer, connected));
}
