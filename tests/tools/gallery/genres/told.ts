import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** What is told to somebody who listens: for the night, by the fire, at the table; and how to cook. */
export const TOLD: readonly GenreStory[] = [
  {
    slug: 'der-kleine-bagger',
    genre: 'bedtime',
    style: 'watercolor',
    format: '9:16',
    language: 'de',
    treatment: 'tale',
    moods: ['tender', 'calm', 'magical'],
    titles: ['Der kleine Bagger', 'Der kleine Bagger kann nicht schlafen', 'Gute Nacht, kleiner Bagger'],
    text: `Der kleine Bagger kann nicht schlafen.

Den ganzen Tag hat er auf der Baustelle Löcher gegraben. Jetzt ist es still. Der Kran steht da und schaut in die Sterne. Der Lastwagen schnarcht.

„Kran“, flüstert der kleine Bagger, „was machst du, wenn du nicht schlafen kannst?“

„Ich zähle Lichter“, sagt der Kran. „In jedem Haus geht eins aus. Und wenn das letzte aus ist, bin ich auch aus.“

Der kleine Bagger zählt. Zwölf Lichter. Elf. Zehn. Eine Katze läuft leise über den Sand und rollt sich in seiner Schaufel zusammen.

Vier. Drei. Zwei.

Im letzten Fenster steht ein Kind im Schlafanzug und winkt. Dann wird es dunkel.

„Gute Nacht, Katze“, denkt der kleine Bagger. Aber er denkt es schon im Traum.`,
  },
  {
    slug: 'la-que-tejio-la-niebla',
    genre: 'myth',
    style: 'gouache',
    format: '9:16',
    language: 'es',
    treatment: 'tale',
    moods: ['magical', 'mysterious', 'calm', 'tender'],
    titles: ['La mujer que tejió la niebla', 'La tejedora de la niebla', 'De dónde viene la niebla'],
    text: `Cuentan los viejos que antes no había niebla en el valle.

El sol lo veía todo, y los hombres se espiaban unos a otros. Nadie podía llorar sin que lo miraran.

En lo alto del monte vivía una tejedora ciega que se llamaba Aurelia. Tejía con lana de sus dos ovejas y nunca preguntaba para quién.

Una noche llamó a su puerta una muchacha. «Quiero esconderme», dijo. «¿De quién?», preguntó Aurelia. «De todos.»

La anciana tejió tres días y tres noches. Cuando se le acabó la lana, tejió con el humo del fuego. Y cuando se acabó el humo, tejió con su propio aliento.

Al amanecer sacudió la manta por la ventana. Era blanca y no terminaba nunca. Bajó por el monte, cubrió los tejados y llenó el valle.

Desde entonces, cuando alguien necesita estar solo, Aurelia sacude su manta.`,
  },
  {
    slug: 'tsuna-don',
    genre: 'recipe',
    style: 'gouache',
    format: '9:16',
    language: 'ja',
    treatment: 'how-to',
    moods: ['playful', 'joyful', 'calm'],
    titles: ['5分でできるツナ丼', '包丁いらずのツナ丼', '疲れた日のツナ丼'],
    text: `疲れた日の、5分でできるツナ丼。包丁はいりません。

材料は4つだけ。ごはん、ツナ缶、卵、そしてしょうゆ。

①ツナ缶の油を半分だけ切ります。全部切らないのがコツです。

②フライパンにツナを入れて、中火で2分いためます。

③しょうゆを小さじ2杯。ジュッと音がしたら、火を止めます。

④あたたかいごはんにのせて、まんなかに卵の黄身を落とします。

⑤最後にごまをひとふり。

黄身をくずして、まぜながら食べてください。

お皿は1枚、フライパンは1つ。洗い物もすぐ終わります。

今日もおつかれさまでした。`,
  },
  {
    slug: 'al-jar-wal-sullam',
    genre: 'joke',
    style: 'papercut',
    format: '1:1',
    language: 'ar',
    treatment: 'tale',
    moods: ['playful', 'joyful'],
    titles: ['الجار والسلّم', 'السلّم', 'سلّم الجيران'],
    text: `كان لأبي سعيد سلّم جديد يفتخر به أمام كل الناس.

في يوم من الأيام جاءه جاره وقال: «أعرني سلّمك يا أبا سعيد، أريد أن أصلح سقف بيتي.»

قال أبو سعيد: «آسف يا جاري، السلّم في الغسيل.»

تعجّب الجار وسأل: «وهل يُغسل السلّم؟»

قال أبو سعيد: «عندما لا أريد أن أعيره، نعم.»

ضحك الجار وعاد إلى بيته.

بعد أسبوع صعد أبو سعيد إلى سطح بيته، فسقط السلّم في الشارع. نظر إلى الأسفل ورأى جاره.

صاح: «يا جاري، ارفع السلّم من فضلك!»

قال الجار: «أيّ سلّم؟ السلّم في الغسيل!»`,
  },
];
