/** Sentences made to be hard to speak and to time: numbers, quotes, hyphens, names, marks, emoji. */
const WRITTEN = `
Once upon a time, a speedy hare laughed at a slow tortoise.
“You will never get anywhere at that pace,” said the hare.
Off they went at sunrise, down the dusty road — and over the hills!
It cost $5.50, not €1,200.
He was born on March 3, 1987, at 4:05 a.m.
In 1905 there were 1,250 people; in 2024 only 37.
The 1st, the 2nd and the 21st of May.
Temperatures fell to −5°C, then rose by 12%.
Dr. Smith met Mr. and Mrs. Fox at 21 Baker St.
J. R. R. Tolkien wrote it; J.K. Rowling read it.
The U.S.A. and the UK signed on 12/25/2020.
NASA, the FBI and the BBC were there.
STOP! COME BACK! WE NEED YOU!
Henry VIII had six wives; Louis XIV had a wig.
Well-known mother-in-law jokes aren’t funny.
Don’t you think it’s what they’d’ve wanted?
Rock ’n’ roll, y’all!
He paused… and then… nothing.
Wait—what—who’s there?
“Stop!” “No!” “Why not?” “Because.”
Zoë drank a café au lait at the fiancé’s château.
Siobhán, Nguyễn, Łukasz and Þór went home.
Xylophonist Quetzalcoatl sneezed.
Brzęczyszczykiewicz said hello to Llanfairpwllgwyngyll.
I ❤️ pizza 🍕 and you 😀.
🎉🎉 Happy birthday 🎂 to Marta!
It was the best of times, it was the worst of times.
Hmm, shh! Psst… zzz. Brrr! Ugh.
Noooooo! That’s sooooo good.
A; B: C, D.
a
I.
OK?
Yes.
7
2001
$1
3:30
Go!
¡Hola! and ¿Qué? are Spanish.
The price—$3.99—was (almost) too good.
See www.example.com or write to me@site.org.
@anna posted #StoryTime at 10pm.
R2-D2 and C-3PO flew to B-612.
The ratio is 3/4, not 1/2; about 2½ cups.
10–15 people came between 1914–1918.
Call 555-1234, ext. 9.
Tom & Jerry + Bugs = fun.
5 + 3 = 8, and 7 × 6 = 42.
The “so-called” ‘experts’ were (mostly) [wrong].
— Who is it? — asked the wolf.
"It's a trap!" she cried. "Run!"
The old man's boat's sail's torn.
James's sisters' houses' roofs leaked.
Twenty-one thirty-somethings danced.
He she it we they.
The the the the.
Is this the real life? Is this just fantasy?
He read the book that she will read to those who live in live shows.
A tear fell as they tear the lead pipe and lead the way.
Supercalifragilisticexpialidocious!
Antidisestablishmentarianism is a word.
Rhythm myths: crwth, cwm, nth.
The quick brown fox jumps over the lazy dog.
She sells sea shells by the sea shore.
Peter Piper picked a peck of pickled peppers.
How much wood would a woodchuck chuck?
Six sick hicks nick six slick bricks with picks and sticks.
One fish, two fish, red fish, blue fish.
And so, and so, and so, it goes.
Up, up, up; down, down, down!
Under the wide and starry sky, dig the grave and let me lie.
The night was cold; the stars were bright; the sea was still.
When the hare woke up, the sun was setting, and the tortoise had already crossed the finish line.
“I’ll be back,” he said—“soon.”
“Tell me,” said Ann, “where the key is.”
He said: “Leave.” So I left.
Nobody (not even the captain) knew the way.
100% of 1,000,000 is 1,000,000.
0.5 liters, 10 km, 6ft, 60 mph.
Chapter 7. The Return of the King.
World War II ended in 1945.
Apollo 11 landed at 20:17 on July 20, 1969.
The ’90s were wild; the 1960s were wilder.
It’s 9 o’clock, ma’am.
’Twas the night before Christmas.
Fish ’n’ chips cost £4.50 at Joe’s.
e.g. this, i.e. that, etc.
Mt. Everest is 8,849 m high.
St. Nicholas lived near Elm St. once.
No. 5 is alive. No, really.
A.I. isn’t AI, is it?
I.O.U. $20k.
v2.0.1 shipped at 12:00.
24/7, 365 days.
C++ and C# aren’t B♭ or F♯.
naïve coöperation, résumé, jalapeño, Straße
Emily’s e-mail: “Re: re-re-reading”.
What?! No way!!! Really???
One… two… three… GO!
(Whispering) Is anyone there?
*Softly* the _wind_ blew.
He counted: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.
Über-cool Ängström’s æther œuvre.
She’s my half-sister’s ex-husband’s step-aunt.
The cat sat. The cat sat on the mat. The cat.
To be, or not to be: that is the question.
Ha! Ha-ha! Hahaha!
Mmm, pie… π day is 3/14.
`;

const HEROES = [
  'Marta',
  'Theo',
  'Zuleika',
  'Mr. Quill',
  'Aoife',
  'old Xanthippe',
  'Ng',
  'the 3 bears',
  'R. Daneel',
];
const DEEDS = [
  'counted 47 star-fish — twice',
  'whispered, “Don’t open it!”',
  'paid $12.75 for a second-hand kite',
  'ran 5km by 6:45 a.m.',
  'laughed… then cried 😢',
  'couldn’t find Dr. O’Hara’s note',
  'sailed on in ’82 (or was it 1983?)',
  'baked 2½ dozen ginger-snaps & tea-cakes',
  'sang “La-la-la” to the moon-lit sea',
  'said no—no—no',
  'gave 50% to A.J.’s uncle',
];

/** Over two hundred: those written above, and heroes with deeds. */
export const SENTENCES: readonly string[] = [
  ...WRITTEN.trim().split('\n'),
  ...HEROES.flatMap((hero) => DEEDS.map((deed) => `${hero} ${deed}.`)),
];
