/** Lengths of films in words. Pure. */

/** A length as people say it: `48 s`, `1 min 5 s`. */
export function spokenLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

/** The same for what takes hours: `12 h 5 min`. */
export function longLength(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return spokenLength(ms);
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** A length as players show it: `0:48`. */
export function clockLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** As people say how long something takes that nobody knows exactly: to 5 s, from a minute on to half of one. */
export function roughLength(ms: number): string {
  const step = ms < 55_000 ? 5000 : 30_000;
  return spokenLength(Math.max(step, Math.round(ms / step) * step));
}
