import { DoorMessage } from './DoorMessage';
import { ToCopy } from './ToCopy';

interface Answer {
  refused?: string | null;
  done?: string | null;
}

/**
 * The head of a page of the door, and what became of the form that was sent from it.
 * @param toCopy what the answer brought that is shown once
 */
export function DoorHead({
  title,
  lead,
  answer,
  toCopy,
}: {
  title: string;
  lead: string;
  answer: Answer | null | undefined;
  toCopy: string | null | undefined;
}) {
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      <DoorMessage refused={answer?.refused ?? null} done={answer?.done ?? null} />
      <ToCopy text={toCopy} />
    </>
  );
}
