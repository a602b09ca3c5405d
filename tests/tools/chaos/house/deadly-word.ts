/** A worker of the trials dies of saying it. */
export const DEADLY_WORD = 'poison';
