/** The options as the API's page explains them. Pure. */
import { type Offer, type Option, type Registry, valuesOf } from './option';

const OFFERS: Record<Offer, string> = {
  always: '',
  'tone-taking-voice': 'a speech service whose model takes such words',
  'picture-qualities': 'a picture model that knows qualities',
  'motion-model': 'a picture-to-video model',
  'writing-model': 'a writing model',
  'on-request': '',
};

/** A Markdown table of all fields that a story may bring along. */
export function fieldTable(options: Registry): string {
  const rows = Object.entries(options).map(([name, option]) => [
    `\`${name}\``,
    valuesIn(option),
    usualOf(option),
    [`${capital(option.help)}.`, OFFERS[option.offer] && `Needs ${OFFERS[option.offer]}.`]
      .filter(Boolean)
      .join(' '),
  ]);
  const title = ['`title`', 'up to 100 characters', 'found in the story', 'Shown at the start.'];
  return [['field', 'takes', 'without it', 'is'], ['---', '---', '---', '---'], title, ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function valuesIn(option: Option): string {
  switch (option.kind) {
    case 'choice':
      return valuesOf(option)
        .map((value) => `\`${value}\``)
        .join(', ');
    case 'seconds':
      return option.choices.join(', ');
    case 'count':
      return `${option.least} to ${option.most}`;
    case 'language':
      return '`auto`, or a BCP 47 tag such as `pt-BR`';
    case 'words':
      return `up to ${option.most} characters`;
  }
}

function usualOf(option: Option): string {
  const usual = option.kind === 'choice' || option.kind === 'language' ? option.usual : null;
  if (usual !== null) return `\`${usual}\``;
  const shown = option.kind === 'choice' || option.kind === 'seconds' ? option.shown : '';
  return shown === '' ? 'left open' : `\`${shown}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
