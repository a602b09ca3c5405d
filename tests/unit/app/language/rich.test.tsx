import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Rich } from '#app/language/Rich.tsx';
import { createTranslated } from '#app/language/translated-words.ts';
import { WordsContext } from '#app/language/use-words.ts';

const html = (element: JSX.Element) => renderToStaticMarkup(element);

describe('a text with elements', () => {
  it('has what stands between tags in them, and leaves the children of those without', () => {
    const parts = { guide: <a href="/guide">old</a>, film: <bdi>Luna</bdi> };
    expect(html(<Rich text="Read <guide>the guide</guide> to “<film/>”." parts={parts} />)).toBe(
      'Read <a href="/guide">the guide</a> to “<bdi>Luna</bdi>”.',
    );
  });

  it('is put together in the order of the language, in its plural form', () => {
    const words = createTranslated('de', {
      '<b>{{count}}</b> films by {{name}}_one': 'Von {{name}}: <b>ein</b> Film',
      '<b>{{count}}</b> films by {{name}}_other': 'Von {{name}}: <b>{{count}}</b> Filme',
    });
    const said = [1, 3].map((count) =>
      html(
        <WordsContext.Provider value={words}>
          <Rich
            text="<b>{{count}}</b> films by {{name}}"
            parts={{ b: <b /> }}
            values={{ count, name: 'Ada' }}
          />
        </WordsContext.Provider>,
      ),
    );
    expect(said).toEqual(['Von Ada: <b>ein</b> Film', 'Von Ada: <b>3</b> Filme']);
  });

  it('reads nothing in a value, and no tag that it has no part for', () => {
    const values = { title: '<b>{{title}}</b> $t(x) <film/>' };
    expect(html(<Rich text="<i>About</i> {{title}}" parts={{ b: <b /> }} values={values} />)).toBe(
      '&lt;i&gt;About&lt;/i&gt; &lt;b&gt;{{title}}&lt;/b&gt; $t(x) &lt;film/&gt;',
    );
  });
});
