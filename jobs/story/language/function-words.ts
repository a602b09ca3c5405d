/** The little words that no text of a language can do without, and letters that give it away. */

export interface LanguageMarks {
  language: string;
  /** Articles, pronouns, prepositions, forms of “be” and “have”: lower case. */
  words: readonly string[];
  /** Letters that few other languages of the Latin script use. */
  letters: RegExp | null;
}

/** Languages of the Latin script, those with most readers first: a draw goes to the earlier. */
export const LATIN_LANGUAGES: readonly LanguageMarks[] = [
  marks(
    'en',
    'the and of to a in was he that it his her with for on as had at but they she is from him were said be not have you all are there them this one into out i my we every after then by when who what their its has an so no me us been or if over could would will your like just did up down while through before again away off still',
  ),
  marks(
    'es',
    'el la de que y en un una los las se por con no para su del al lo como más pero sus le era había estaba cuando muy ella ya todo esta fue es sin sobre él hasta',
    /[ñ¿¡]/gu,
  ),
  marks(
    'fr',
    'le la les de des du et un une il elle que qui dans en pas pour sur au est avec son sa ses ce se ne était plus mais par nous vous comme tout on leur d l qu c j n s avait une aux',
    /[œç]|[èêù]/gu,
  ),
  marks(
    'de',
    'der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an er sie so dem aber ich einen wie noch nur hatte wurde einem einer ihr im zum',
    /ß|[äöü]/gu,
  ),
  marks(
    'pt',
    'o a de que e do da em um uma para com não os as no na se por mais dos das ao seu sua ele ela foi era mas como quando muito já tinha num numa pela pelo',
    /[ãõ]/gu,
  ),
  marks(
    'it',
    'il la di che e un una in non per con del della si le da gli al è sono era come ma più lo i nel dei suo sua alla anche ha aveva ogni dalla nella sul',
  ),
  marks(
    'nl',
    'de het een en van in is dat op te zijn met voor niet aan er om maar hij ook als uit bij nog naar was werd ze haar had toen zei onder',
    /ij/gu,
  ),
  marks(
    'pl',
    'i w nie się na z że do to jest o jak po co za ale od był była przez jej jego tak tylko już gdy dla przed kiedy ze',
    /[łąęśżźćń]/gu,
  ),
  marks(
    'tr',
    'bir ve bu da de için ile çok ne o gibi daha var en kadar sonra ama ben olan değil her onun dedi vardı mi',
    /[ğışİ]/gu,
  ),
  marks(
    'id',
    'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada dia seorang sangat sebuah adalah mereka seekor lalu',
  ),
  marks(
    'vi',
    'và của là một có không những được cho trong người với đã các này khi đến nó cô anh ông',
    /[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gu,
  ),
  marks(
    'sv',
    'och att det i en på är som för med av den till inte var han hon om ett men sig hade så från de när sin',
    /[äö]|å/gu,
  ),
  marks(
    'da',
    'og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde hun fra ud',
    /[æø]|å/gu,
  ),
  marks(
    'nb',
    'og i det på som er en til å han av for med at var de ikke den har jeg om et men sa hun seg hadde fra ut',
    /[æø]|å/gu,
  ),
  marks(
    'fi',
    'ja on ei se että hän oli mutta niin kuin kun mitä sen ovat joka olla tai hänen siitä myös vain nyt sitten kaikki hänelle oma',
    /[äö]/gu,
  ),
  marks(
    'cs',
    'a se v na je že s z do to o i jako by ale za po si byl byla když jsem tak jeho ve od svou',
    /[řěů]|[šžýč]/gu,
  ),
  marks(
    'ro',
    'de la și în a cu o nu pe un că din ce mai să este care se lui dar era când fost sa pentru într',
    /[ășțţş]/gu,
  ),
  marks(
    'hu',
    'a az és hogy nem is egy meg volt de ez azt csak mint már ha van el ki még majd aki vagy',
    /[őű]/gu,
  ),
  marks(
    'ca',
    'el la de que i en un una els les per amb no és del al com més va seu però era quan molt',
    /l·l/gu,
  ),
  marks(
    'sk',
    'a sa v na je že s z do to o i ako by ale za po si bol bola keď som tak jeho vo od svoju',
    /[ľĺŕôä]/gu,
  ),
  marks(
    'hr',
    'i je se u na da su za od s ne što kao bio bila ali sam iz kad njegov gdje koji sve jedan',
    /[đšžčć]/gu,
  ),
];

function marks(language: string, words: string, letters: RegExp | null = null): LanguageMarks {
  return { language, words: words.split(' '), letters };
}
