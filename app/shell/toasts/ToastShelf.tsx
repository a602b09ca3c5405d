import { useEffect } from 'react';
import { toast as show, Toaster } from 'sonner';
import { useWords } from '#app/language/use-words.ts';
import { showToasts, type Toast } from './toast-queue';

/** Where toasts appear. Loaded after the page, see `Toasts`. */
export default function ToastShelf() {
  const { direction, t } = useWords();
  // The effects of what is inside come first: the toaster listens by then.
  useEffect(() => showToasts(showToast), []);
  return (
    <Toaster
      position="top-center"
      dir={direction}
      containerAriaLabel={t('Notifications')}
      theme="system"
      expand
      visibleToasts={5}
      gap={10}
      offset={16}
      mobileOffset={12}
    />
  );
}

function showToast({ tone, title, detail, id, durationMs, action }: Toast): void {
  const raise = tone === 'plain' ? show : show[tone];
  raise(title, {
    ...(id !== undefined && { id }),
    ...(durationMs !== undefined && { duration: durationMs }),
    ...(detail && { description: detail }),
    ...(action && { action: { label: action.label, onClick: action.perform } }),
  });
}
