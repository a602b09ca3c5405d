/** A secret or a link that is shown once, to be copied; nothing where there is none. */
export function ToCopy({ text }: { text: string | null | undefined }) {
  if (!text) return null;
  return (
    <p className="new-token">
      <code dir="ltr">{text}</code>
    </p>
  );
}
