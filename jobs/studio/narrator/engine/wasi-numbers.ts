/** The numbers of WASI preview 1 that our host speaks: its specification's `errno`, `filetype`, `oflags` and `rights`. */

export const SUCCESS = 0;
export const BAD_DESCRIPTOR = 8;
export const NO_ENTRY = 44;
export const NOT_SUPPORTED = 58;
export const ILLEGAL_SEEK = 70;

export const CHARACTER_DEVICE = 2;
export const DIRECTORY = 3;
export const REGULAR_FILE = 4;
export const WORKING_DIRECTORY = 3;
export const OPEN_CREATE = 1;
export const OPEN_TRUNCATE = 8;
export const VECTOR_BYTES = 8;
export const ALL_RIGHTS = 0xffff_ffff_ffff_ffffn;
