/** Notifications of the browser: asked for on a click alone, shown only while nobody sees the page. */

/** Whether the person may still be asked, has allowed it, or cannot be told this way. */
export type NoticeState = 'unasked' | 'allowed' | 'impossible';

/** How it stands in this browser; where the page is not on a secure address, browsers refuse by themselves. */
export function noticeState(): NoticeState {
  if (typeof Notification === 'undefined') return 'impossible';
  const { permission } = Notification;
  return permission === 'default' ? 'unasked' : permission === 'granted' ? 'allowed' : 'impossible';
}

/** Asks the person, by the browser's own question. */
export async function askForNotices(): Promise<NoticeState> {
  await Notification.requestPermission();
  return noticeState();
}

/**
 * Tells of something by a notification, if the page is hidden and the person has allowed it.
 * @param tag the same for the same news: tabs that tell it at once make one notification of it.
 */
export function notifyIfHidden(title: string, body: string, tag: string): void {
  if (document.visibilityState === 'visible' || noticeState() !== 'allowed') return;
  try {
    const notice = new Notification(title, { body, tag, icon: '/favicon.svg' });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
  } catch {
    // Some phones allow notifications to service workers alone.
  }
}
