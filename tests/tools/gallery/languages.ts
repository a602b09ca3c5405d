import type { GalleryStory } from './story';

/** Stories in other languages than English. */
export const OTHER_LANGUAGES: readonly GalleryStory[] = [
  {
    slug: 'la-luz-del-faro',
    title: 'La luz del faro',
    style: 'watercolor',
    format: '9:16',
    language: 'es',
    protagonists: [],
    text: `Inés vivía con su abuelo en un faro al final del mundo. Cada noche subían juntos la escalera y encendían la luz. Una tarde de invierno el abuelo se quedó dormido junto al fuego.

La tormenta llegó de golpe. Inés vio un barco perdido entre las olas. Subió sola los cien escalones, con una vela en la mano. Encendió la gran lámpara y cantó para no tener miedo.

El barco encontró el puerto. Por la mañana los marineros trajeron pan y naranjas. El abuelo sonrió y le dio la llave del faro.`,
  },
  {
    slug: 'kaze-no-tegami',
    title: '風の手紙',
    style: 'gouache',
    format: '9:16',
    language: 'ja',
    protagonists: [],
    text: `山のふもとの小さな村に、ハナという女の子が住んでいました。ハナは毎朝、風に手紙を書きました。「今日はどこへ行くの。」

ある秋の日、風が一枚の赤い葉を運んできました。葉の上には、小さな字で「海へ」と書いてありました。ハナは犬のクロと一緒に、川にそって歩き出しました。

夕方、二人は海に着きました。波がきらきら光っていました。風はハナの髪をそっとなでて、遠くへ行きました。`,
  },
  {
    slug: 'al-bustani',
    title: 'البستاني والنجمة',
    style: 'silhouette',
    format: '9:16',
    language: 'ar',
    protagonists: [],
    text: `كان هناك بستاني عجوز يسقي حديقته كل مساء. في ليلة صيف سقطت نجمة صغيرة بين الورود. كانت ترتجف من البرد.

حملها البستاني إلى بيته ووضعها قرب النافذة. قال لها: ابقي حتى الصباح. فغنت له أغنية لم يسمعها أحد من قبل.

عند الفجر عادت النجمة إلى السماء. ومنذ تلك الليلة تزهر حديقته حتى في الشتاء.`,
  },
];
