import { Toaster } from 'sonner';

/** Where the toasts appear. With the pages that raise them, so that no other page loads them. */
export function Toasts() {
  return (
    <Toaster
      position="top-center"
      theme="system"
      expand
      visibleToasts={5}
      gap={10}
      offset={16}
      mobileOffset={12}
    />
  );
}
