import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Put aside: what happened. All of it is invented. */
export const ASIDE_REPORTS: readonly GenreStory[] = [
  {
    slug: 'the-piano-tuner-case',
    genre: 'true crime',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'news',
    moods: ['tense', 'mysterious', 'sad'],
    titles: [
      'The Piano Tuner',
      'The piano tuner never came home',
      'Who killed Alder Voss?',
      'What the last string hid',
    ],
    text: `THE PIANO TUNER

Brackwater, Oregon. November 9, 1978. Alder Voss, 52, a piano tuner, leaves home at 8 AM for his third appointment of the week. He tells his wife that he will be back for lunch.

He never is.

His van is found that night at the lumber mill, with the keys in it. His tools are gone.

The sheriff questions eleven people. Nine of them own a piano. One of them, a banker's widow, says Voss never arrived. Her piano, however, has just been tuned.

There is no body, no blood, and no motive. In 1981 the case is closed.

Forty years later her house is sold. The new owners want to give the piano to a school. It is too heavy by far.

Behind the soundboard lie 31 pounds of silver coins, stolen from the bank in 1976, and one tuning fork.

Engraved on it: A. V.`,
  },
  {
    slug: 'stadtrat-gans',
    genre: 'news',
    style: 'papercut',
    format: '16:9',
    language: 'de',
    treatment: 'news',
    moods: ['playful', 'calm'],
    titles: [
      'Gans legt Rathaus lahm',
      'Gans legt seit Montag das Rathaus lahm',
      'Eine Gans besetzt das Rathaus',
    ],
    text: `GANS LEGT RATHAUS LAHM

Moorhausen, 12. Mai. Eine Graugans hält seit Montag den Haupteingang des Rathauses besetzt. Sie brütet im Blumenkübel neben der Tür und greift jeden an, der näher als drei Meter kommt.

Zwei Mitarbeiter wurden leicht verletzt, ein Briefträger verlor seine Mütze.

Der Zugang erfolgt vorerst über ein Fenster der Bücherei. Dort steht jetzt eine Leiter. Trauungen finden im Feuerwehrhaus statt.

„Die Gans steht unter Naturschutz, der Bürgermeister nicht“, sagte eine Sprecherin der Stadt.

Nach Angaben eines Tierarztes liegen fünf Eier im Nest. Die Küken werden Ende Mai erwartet. Bis dahin rechnet die Verwaltung mit 28 Tagen Verspätung bei Bauanträgen.

Im Internet haben mehr als 6.000 Menschen über einen Namen abgestimmt. Es gewann: Paragraf.`,
  },
  {
    slug: 'o-goleiro-reserva',
    genre: 'sport',
    style: 'gouache',
    format: '9:16',
    language: 'pt',
    treatment: 'tale',
    alsoTreatments: ['news', 'persuasion', 'confession'],
    moods: ['adventurous', 'tense', 'joyful'],
    titles: ['O goleiro reserva', 'Sete anos no banco', 'Sete anos no banco, um minuto em campo'],
    text: `Sete anos no banco. Duzentos e doze jogos sem entrar em campo.

Nílton era o goleiro reserva do time da nossa cidade. Ele carregava a água, contava piada no ônibus e treinava mais do que todo mundo.

Final do campeonato. Zero a zero. Aos 44 do segundo tempo, o titular torceu o pé.

O técnico olhou para o banco. Só tinha Nílton.

Aos 47, pênalti para eles.

O estádio inteiro ficou em silêncio. O atacante tinha batido dezenove pênaltis no ano. Dezenove gols.

Nílton não pulou. Ficou parado, bem no meio, com os braços abertos.

A bola bateu no peito dele e voltou.

No contra-ataque, um a zero.

Perguntaram como ele sabia. Ele riu: «Fiquei sete anos olhando. Quando está com medo, ele bate no meio.»`,
  },
];
