import './shell/without-eval';
import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { PAGE_FONTS } from './language/languages';
import { phrase } from './language/phrase';
import { wordsIn } from './language/spoken-words';
import { useWords } from './language/use-words';
import styles from './shell/app.css?url';
import { BARE_FRAME } from './shell/bare-frame';
import { ErrorPage } from './shell/ErrorPage';
import { NonceContext } from './shell/NonceContext';
import { SiteFooter } from './shell/SiteFooter';
import { SiteHeader } from './shell/SiteHeader';

const TITLE = phrase('StoryShort: your story as a short film');

export const links: LinksFunction = () => [
  {
    rel: 'preload',
    href: '/fonts/ui/bricolage-grotesque.woff2',
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous',
  },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
];

/** Of whoever has an account, what they are: to which pages the frame leads. */
export function loader({ context }: LoaderFunctionArgs) {
  return json({ role: context.visitor?.role ?? null, language: context.language });
}

/** Without its data, as on a page that is not there, the title stands in the layout. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: wordsIn(data.language).t(TITLE) }] : [];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const data = useRouteLoaderData<typeof loader>('root');
  const role = data?.role ?? null;
  const { language, direction, t } = useWords();
  const pageFont = PAGE_FONTS[language];
  const isBare = useMatches().some(({ handle }) => handle === BARE_FRAME);
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f9ece4" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#190e15" />
        {!data && <title>{t(TITLE)}</title>}
        <Meta />
        <Links />
        {pageFont && <link rel="stylesheet" href={`/fonts/${pageFont}.css`} />}
      </head>
      <body>
        <a className="skip-link" href="#main">
          {t('Skip to the content')}
        </a>
        <SiteHeader isBare={isBare} role={role} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter isBare={isBare} role={role} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}

/** Who comes in or goes out is given a new document. */
export function shouldRevalidate() {
  return false;
}
