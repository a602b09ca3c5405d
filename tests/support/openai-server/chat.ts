/** `POST /chat/completions`: a writing model that does as it is told, within the schema that it is given. */
import { type Answer, errorAnswer, jsonAnswer } from './answer';
import type { ServerFault } from './fault-plan';

interface ChatFields {
  model?: string;
  messages?: { role: string; content: string }[];
  response_format?: { type?: string; json_schema?: { name?: string; strict?: boolean; schema?: unknown } };
}

export function answerChat(fields: ChatFields, fault: ServerFault | null): Answer {
  if (fault?.kind === 'unsupported' && fault.param in fields) {
    return errorAnswer(400, {
      message: `Unsupported parameter: '${fault.param}' is not supported with this model.`,
      code: 'unsupported_parameter',
      param: fault.param,
    });
  }
  const schema = fields.response_format?.json_schema;
  if (fields.response_format?.type === 'json_schema') {
    const issue = schema?.strict === true ? strictnessIssue(schema.schema) : null;
    if (issue) {
      return errorAnswer(400, {
        message: `Invalid schema for response_format '${schema?.name}': ${issue}`,
        param: 'response_format',
      });
    }
  }
  const system = fields.messages?.find(({ role }) => role === 'system')?.content ?? '';
  const user = fields.messages?.find(({ role }) => role === 'user')?.content ?? '';
  const written = JSON.stringify(writeAnswer(schema?.name ?? nameIn(system), system, user));
  const content =
    fault?.kind === 'say'
      ? typeof fault.content === 'string'
        ? fault.content
        : JSON.stringify(fault.content)
      : fault?.kind === 'schema'
        ? JSON.stringify({ title: 7, scenes: 'none' })
        : fault?.kind === 'fence'
          ? `\`\`\`json\n${written}\n\`\`\``
          : fault?.kind === 'length'
            ? written.slice(0, written.length / 2)
            : written;
  const isRefused = fault?.kind === 'refuse';
  const isFiltered = fault?.kind === 'filter';
  return jsonAnswer({
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 1_790_000_000,
    model: fields.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: isRefused || isFiltered ? null : content,
          refusal: isRefused ? 'I cannot help with that.' : null,
        },
        finish_reason: fault?.kind === 'length' ? 'length' : isFiltered ? 'content_filter' : 'stop',
      },
    ],
    usage: usageOf(system.length + user.length, content.length),
  });
}

function usageOf(input: number, output: number) {
  const prompt = Math.ceil(input / 4);
  const completion = Math.ceil(output / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** OpenAI's rule for strict schemas: every object closed, every property required. */
function strictnessIssue(schema: unknown): string | null {
  if (typeof schema !== 'object' || schema === null) return 'schema must be an object';
  const node = schema as Record<string, unknown>;
  if (node.type === 'object') {
    const properties = Object.keys((node.properties as object | undefined) ?? {});
    const required = new Set(node.required as string[] | undefined);
    if (node.additionalProperties !== false) return "'additionalProperties' is required to be false";
    if (!properties.every((property) => required.has(property))) return "'required' must name every property";
  }
  for (const value of Object.values(node)) {
    const children = Array.isArray(value) ? value : [value];
    for (const child of children) {
      if (typeof child !== 'object' || child === null) continue;
      const issue = strictnessIssue(child);
      if (issue) return issue;
    }
  }
  return null;
}

/** Without a schema of its own, the answer's form is told in the instructions. */
function nameIn(system: string): string {
  if (system.includes('"lines"')) return 'translated_captions';
  if (system.includes('"last"')) return 'film_scenes';
  return system.includes('"narration"') ? 'film_script' : 'softened_picture';
}

function writeAnswer(name: string, system: string, user: string): unknown {
  const material = JSON.parse(user) as Record<string, unknown>;
  switch (name) {
    case 'film_scenes':
      return cutAnswer(material as unknown as CutMaterial, system);
    case 'film_script':
      return scriptAnswer(system, String(material.material));
    case 'translated_captions':
      return translationAnswer(material as unknown as TranslationMaterial);
    case 'softened_picture':
      return { picture: `The friends stand close together in warm evening light. ${material.narration}` };
    default:
      return { animal: 'fox' };
  }
}

interface TranslationMaterial {
  scenes: { lines: string[] }[];
}

/** Each word in a language of its own: as long, with its marks, and none that is said. */
function translationAnswer({ scenes }: TranslationMaterial) {
  const foreign = (line: string) =>
    line.replace(/\p{L}+/gu, (word) => [...word].reverse().join('').toLowerCase());
  return { scenes: scenes.map(({ lines }) => ({ lines: lines.map(foreign) })) };
}

interface CutMaterial {
  title: string | null;
  pieces: { number: number; text: string }[];
}

function cutAnswer({ title, pieces }: CutMaterial, system: string) {
  const wanted = Number(/about (\d+) scenes/.exec(system)?.[1] ?? 3);
  const count = Math.min(wanted, pieces.length);
  const cast = castIn(pieces.map(({ text }) => text).join(' '));
  const scenes = Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * pieces.length) / count);
    const to = Math.floor(((index + 1) * pieces.length) / count);
    const text = pieces
      .slice(from, to)
      .map((piece) => piece.text)
      .join(' ');
    const present = cast.filter(({ name: who }) => text.includes(who));
    return {
      last: to,
      picture: `Scene ${index + 1}: ${text.slice(0, 80)}`,
      characters: present.map((who) => who.name),
      shownAs: { kind: 'picture', text: '' },
    };
  });
  return { ...head(title, cast), scenes };
}

function scriptAnswer(system: string, material: string) {
  const words = Number(/about (\d+) words/.exec(system)?.[1] ?? 60);
  const count = Number(/in (\d+) scenes/.exec(system)?.[1] ?? 4);
  const vocabulary =
    'Nobody knew why the fox kept a small silver comb beside his chair until the evening'.split(' ');
  const scenes = Array.from({ length: count }, (_, scene) => {
    const length = Math.round(words / count);
    const said = Array.from({ length }, (_, word) => vocabulary[(scene * 3 + word) % vocabulary.length]);
    return {
      narration: `${said.join(' ')}.`,
      picture: `Moment ${scene + 1} of ${material.slice(0, 40)}`,
      characters: ['Fox'],
      shownAs: { kind: 'picture', text: '' },
    };
  });
  return { ...head(null, [{ name: 'Fox', look: 'small red fox in a white apron' }]), scenes };
}

function head(title: string | null, cast: { name: string; look: string }[]) {
  return {
    title: title ?? 'The Silver Comb',
    treatment: 'tale',
    mood: 'calm',
    style: { world: 'an old village by the sea', palette: 'amber, teal, cream', light: 'low warm sun' },
    cast,
  };
}

/** Names: words with a capital letter in the middle of sentences. */
function castIn(text: string): { name: string; look: string }[] {
  const names = new Set([...text.matchAll(/[a-z,] ([A-Z][a-z]{2,})\b/g)].map((match) => match[1] as string));
  return [...names].slice(0, 3).map((name) => ({ name, look: `the one called ${name}, in a yellow coat` }));
}
