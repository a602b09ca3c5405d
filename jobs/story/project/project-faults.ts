/** Why a project file is not taken in, as a person is told. */
import { StoryError } from '#jobs/story/film/fault.ts';
import { PROJECT_VERSION, type ProjectIssue } from './project-file';
import { PROJECT_EXTENSION } from './project-name';

const CHOOSE = `Choose a file whose name ends in ${PROJECT_EXTENSION}, as “Take it along” on a video’s page gives it.`;
const AGAIN = 'Export the project again where it came from, and send that file unchanged.';

export function notAZip(): StoryError {
  return refused('project_not_zip', 'This file is no project: it is not a zip, or it is cut off.', CHOOSE);
}

export function noProject(issue: ProjectIssue): StoryError {
  return issue.kind === 'newer'
    ? refused(
        'project_newer',
        `The project was made by a newer StoryShort (its version is ${issue.version}, this one reads up to ${PROJECT_VERSION}).`,
        'Update StoryShort here, then send it again.',
      )
    : refused('project_foreign', 'This zip holds no StoryShort project that can be read.', CHOOSE);
}

/** @param why such as “a path that leads out of it” */
export function unsafeZip(why: string): StoryError {
  return refused('project_unsafe', `The project file is not safe to open: it holds ${why}.`, AGAIN);
}

/** @param what such as “40,000 files” */
export function tooMuch(what: string, most: string): StoryError {
  return refused('project_too_large', `The project file holds ${what}; at most ${most} are taken.`, AGAIN);
}

export function damagedZip(): StoryError {
  return refused(
    'project_damaged',
    'The project file is damaged: what it says of itself does not hold.',
    AGAIN,
  );
}

export function noProjectFile(): StoryError {
  return refused('project_missing', 'There is no project file yet.', CHOOSE);
}

function refused(code: string, message: string, hint: string): StoryError {
  return new StoryError({ code, message, hint, retryable: false });
}
