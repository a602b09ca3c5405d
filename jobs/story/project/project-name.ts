/** How project files are called. Pages load this: it stays small. */

/** What a project file's name ends in. */
export const PROJECT_EXTENSION = '.storyshort.zip';
/** The form's field that brings one. */
export const PROJECT_FIELD = 'project';
