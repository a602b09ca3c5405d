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
  grip: 'M7.5 5v.1M7.5 10v.1M7.5 15v.1M12.5 5v.1M12.5 10v.1M12.5 15v.1',
  more: 'M5 10v.1M10 10v.1M15 10v.1',
  up: 'm5 12.5 5-5 5 5',
  down: 'm5 7.5 5 5 5-5',
  brush:
    'M4 16c2.5 0 3.2-1 3.2-2.6a2 2 0 0 1 3.4 1.4C10.600 17 8 17.500 4 16Zm6-3.500L16.500 5a1.400 1.400 0 0 0-2-2L8.500 11',
  undo: 'M7 4 3.500 7.500 7 11M3.500 7.500H12a4.200 4.200 0 0 1 0 8.500H8',
  redo: 'm13 4 3.500 3.500L13 11M16.500 7.500H8a4.200 4.200 0 0 0 0 8.500h4',
  close: 'm5 5 10 10M15 5 5 15',
  search: 'm16.5 16.5-3.8-3.8M14 8.8A5.2 5.2 0 1 1 3.6 8.8a5.2 5.2 0 0 1 10.4 0Z',
  pencil: 'm4 16 .8-3.6L13.2 4l2.8 2.8-8.4 8.4zM11.5 5.7l2.8 2.8',
  copy: 'M7.5 7.5h8.5V16H7.5zM4 12.5V4h8.5',
  share: 'M8.3 11.7 16.5 3.5M11 3.5h5.5V9M14 11.5V16H4V6h4.5',
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
