import type { ReactNode } from 'react';
import { FilmFrame } from '#app/video/film/FilmFrame.tsx';
import type { FilmControl } from '#app/video/film/film-control.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { titleLanguage } from '#app/video/status-words.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { Editor } from './Editor';
import { PlainEditor } from './PlainEditor';
import { useStoryboard } from './state/use-storyboard';
import type { StoryboardView } from './storyboard-view';
import { TitleInPlace } from './TitleInPlace';

interface CuttingRoomProps {
  page: {
    languageName: string;
    speech: SpeechAbilities;
    takesRemarks: boolean;
    canMove: boolean;
    isHeld: boolean;
  };
  storyboard: StoryboardView;
  /** What stands above it all, with a title that can be changed. */
  head: (title: ReactNode) => ReactNode;
  status: StatusView;
  film: FilmControl;
  isWorking: boolean;
  onUpdated: () => void;
}

/** Another text whenever a voice, a picture or the film has come. */
function madeOf({ storyboard, videoUrl, status }: StatusView): string {
  const files = storyboard.scenes.flatMap(({ imageUrl, audioUrl }) => [imageUrl, audioUrl]);
  return [status, videoUrl, ...files].join(' ');
}

/** The film beside its storyboard: what is changed in one is seen in the other at once. */
export function CuttingRoom(props: CuttingRoomProps) {
  const { page, storyboard, head, status, film, isWorking, onUpdated } = props;
  const control = useStoryboard(status.id, storyboard, madeOf(status));
  const { view, board } = control;
  return (
    <>
      {head(
        <TitleInPlace
          title={board.title}
          language={titleLanguage(status)}
          onTitle={(title) => control.edit({ kind: 'set-film', title })}
        />,
      )}
      <FilmFrame
        status={status}
        languageName={page.languageName}
        format={board.options.format}
        preview={view.preview}
        isEdited={view.isEdited}
        control={film}
      />
      <Editor
        videoId={status.id}
        storyboard={control}
        film={film}
        speech={page.speech}
        language={status.language}
        direction={status.direction}
        takesRemarks={page.takesRemarks}
        canMove={page.canMove}
        isHeld={page.isHeld}
        isWorking={isWorking}
        onUpdated={onUpdated}
      />
      <noscript>
        <PlainEditor storyboard={view} />
      </noscript>
    </>
  );
}
