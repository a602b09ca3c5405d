/** The page on which people read of the operations, and try them. Pure. */
import { API_ROOT, type Operation } from './operation';

/** Where the document lies, the page that shows it, and the program by which it does. */
export const DOCUMENT_PATH = '/api/openapi.json';
export const PAGE_PATH = '/api/docs';
export const VIEWER_PATH = '/assets/rapidoc/rapidoc-min.js';

/** @param nonce that scripts of this answer must carry */
export function docsPage(operations: Readonly<Record<string, Operation>>, nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · StoryShort</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>body { margin: 0; font: 1rem/1.5 system-ui, sans-serif } .plain { padding: 1rem }</style>
<script defer nonce="${nonce}" src="${VIEWER_PATH}"></script>
</head>
<body>
<rapi-doc spec-url="${DOCUMENT_PATH}" render-style="read" load-fonts="false" show-header="false"
  allow-spec-url-load="false" allow-spec-file-load="false" allow-server-selection="false"
  regular-font="system-ui, sans-serif" mono-font="ui-monospace, monospace" theme="light" primary-color="#a8421f">
</rapi-doc>
<noscript>
<div class="plain">
<h1>API</h1>
<p>All of it is in <a href="${DOCUMENT_PATH}">${DOCUMENT_PATH}</a>. With scripts it can be read and tried here.</p>
<ul>
${Object.values(operations).map(lineOf).join('\n')}
</ul>
</div>
</noscript>
</body>
</html>
`;
}

function lineOf({ method, path, summary }: Operation): string {
  return `<li><code>${method} ${API_ROOT}${path}</code>: ${escaped(summary)}</li>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
