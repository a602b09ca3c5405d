import type { FormEvent, ReactNode } from 'react';

interface PostFormProps {
  videoId: string;
  /** What is asked for, by field. */
  fields: Readonly<Record<string, string>>;
  send: (fields: Readonly<Record<string, string>>) => Promise<void>;
  children: ReactNode;
}

/** Asks for something in place; without script the page comes again. */
export function PostForm({ videoId, fields, send, children }: PostFormProps) {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send(fields);
  };
  return (
    <form method="post" action={`/video/${videoId}`} onSubmit={onSubmit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
