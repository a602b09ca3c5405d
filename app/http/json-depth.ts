import { ApiFault } from './api-fault';

/** Deeper than anything that is sent here: an edit’s parts have parts of parts. */
export const MOST_LEVELS = 32;

/** Whether brackets stand in each other deeper than `levels`, read along the text: no depth can overflow anything. */
export function isDeeperThan(levels: number, json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (depth > levels) return true;
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return false;
}

/** What is told of what is deeper than `MOST_LEVELS`. */
export function jsonTooDeep(): ApiFault {
  return new ApiFault(400, {
    code: 'json_too_deep',
    message: `The body has more than ${MOST_LEVELS} brackets in each other.`,
    hint: 'Send an object such as {"story": "Once upon a time…"}.',
  });
}
