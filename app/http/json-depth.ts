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
