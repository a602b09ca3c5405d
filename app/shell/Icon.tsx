/** Line icons on a 20 px grid, drawn in the text's colour. Decoration: the words beside them say it. */
const PATHS = {
  download: 'M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16h12',
  retry: 'M15.5 10a5.5 5.5 0 1 1-1.7-4M14 2.8v3.4h-3.4',
  trash: 'M4 6h12M8 6V4h4v2m-6 0 .7 10h6.6L14 6',
  stop: 'M6 6h8v8H6z',
  play: 'M7 5v10l8-5z',
  pause: 'M7.5 5v10M12.5 5v10',
  microphone:
    'M10 3a2.2 2.2 0 0 1 2.2 2.2v4a2.2 2.2 0 0 1-4.4 0v-4A2.2 2.2 0 0 1 10 3ZM5.4 9a4.6 4.6 0 0 0 9.2 0M10 13.6V17',
  check: 'm5 10.5 3.2 3.2L15 7',
  alert: 'M10 6v5m0 2.6v.1M10 2.8 17.6 16H2.4z',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13L5 14Zm3.4 3.4a1.8 1.8 0 0 0 3.2 0',
  plus: 'M10 4v12M4 10h12',
  clock: 'M10 6v4l2.6 1.6M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
