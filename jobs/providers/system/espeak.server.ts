/** Whether this machine has an espeak-ng, and what it speaks. */
import { readableLanguages, spokenLanguages } from './espeak-languages';
import { ProgramError, runProgram } from './system-program.server';

/** An espeak-ng that was found; plain values, which may go to another thread. */
export interface Espeak {
  /** Name or path by which it is run. */
  program: string;
  /** Such as `1.51`. */
  version: string;
  /** Its own names of languages, such as `es-419` and `en-us`. */
  languages: string[];
  /** Primary BCP 47 languages that it reads well enough to tell a story. */
  readable: string[];
}

/** Looks for espeak-ng on the PATH and asks it what it speaks; null where there is none that works. */
export async function findEspeak(program = 'espeak-ng'): Promise<Espeak | null> {
  try {
    const greeting = (await runProgram(program, ['--version'])).toString();
    const languages = spokenLanguages((await runProgram(program, ['--voices'])).toString());
    const version = /\d+(?:\.\d+)+/.exec(greeting)?.[0];
    if (!version || languages.length === 0) return null;
    return { program, version, languages, readable: readableLanguages(languages) };
  } catch (error) {
    if (error instanceof ProgramError) return null;
    throw error;
  }
}
