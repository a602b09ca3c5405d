/** What the pages can say, read out of the source: every text that a catalogue has to know. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { houseLabels } from './house-labels';
import { textsOf } from './text-shapes';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where lengths, sizes, states and reasons are made, which are no sentences by themselves. */
const FRAGMENTS = [
  'app/shell/length-words.ts',
  'jobs/accounts/quota.server.ts',
  'jobs/story/post/film-file.ts',
  'jobs/story/storyboard/redo-plan.ts',
  'jobs/work/crew/worker-words.ts',
];
const FRAGMENT = /^(?!.* {2})(?=.*\p{L})(?:[\p{L}\d{]\S*(?: \S+)+)$/u;
/** Where whole sentences are made that reach a page. */
const HOUSE = ['app/**/*.ts', 'jobs/**/*.ts'];
/** What is made there is read by programs, models, operators at a terminal, or belongs to the film. */
const NOT_FOR_PAGES = [
  /^app\/(?:api|mcp|language)\//,
  /^app\/server\/(?:main|metrics-server|api-docs|mcp\/.*)/,
  /^jobs\/(?:backup|cage|db\/generated|threads)\//,
  /^jobs\/env\.server\.ts$/,
  /^jobs\/providers\/openai\/(?:picture\/picture-style|script\/|speech\/realtime-speech|settings\/)/,
  /^jobs\/storage\/s3\/move-files/,
  /^jobs\/story\/(?:post\/texts|order\/voice\/audition|order\/sample-stories|webhooks\/webhook-event)/,
  /^jobs\/studio\/(?:reading|storyteller|illustrator|composer|narrator\/engine)\//,
  /^jobs\/work\/watching\//,
];
/** Calls and errors whose texts are for logs and developers. */
const UNSEEN_CALL =
  /(?:^|\.)#?log\.\w+$|\.describe$|^say$|^new (?:Error|TypeError|RangeError|DOMException|WavFormatError|UnknownLayoutError)$/;
const UNSEEN_PROPERTY = /^(?:description|summary|content|instructions|prompt|svg|narration|story|text)$/;
/** Short texts that stand under these names are shown. */
const SHOWN_PROPERTY = /^(?:message|hint|label|title)$/;
const SENTENCE = /^(?:\p{Lu}|\{\{0\}\}|[“1])(?=.* ).*[.!?]$|^\p{Lu}\p{L}+\.$/su;

/** A text, and the files that say it. */
export type SourceTexts = ReadonlyMap<string, ReadonlySet<string>>;

/** All texts that pages say by `t`, `Rich` and `phrase`, or tell as the house made them. */
export function readSourceTexts(): SourceTexts {
  const texts = new Map<string, Set<string>>();
  const add = (text: string, file: string) => {
    const files = texts.get(text) ?? new Set();
    texts.set(text, files.add(file));
  };
  for (const file of filesOf(['app/**/*.ts', 'app/**/*.tsx'])) {
    for (const text of saidIn(parse(file))) add(text, file);
  }
  for (const file of filesOf(HOUSE).filter((path) => !NOT_FOR_PAGES.some((pattern) => pattern.test(path)))) {
    for (const text of toldIn(parse(file), SENTENCE)) add(text, file);
  }
  for (const file of FRAGMENTS) for (const text of toldIn(parse(file), FRAGMENT)) add(text, file);
  for (const text of houseLabels()) add(text, 'labels of the house');
  return texts;
}

export function filesOf(patterns: readonly string[]): string[] {
  return patterns
    .flatMap((pattern) => globSync(join(ROOT, pattern)))
    .map((path) => relative(ROOT, path))
    .sort();
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Keys of `t`, `phrase` and `Rich` that are written out; one that comes out of a table is a `phrase` there. */
function saidIn(source: ts.SourceFile): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && /^(?:(?:\w+\.)*t|phrase)$/.test(node.expression.getText())) {
      const [key] = node.arguments;
      texts.push(...(key ? (textsOf(key) ?? []) : []));
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === 'text' && isRich(node)) {
      const { initializer } = node;
      const value = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      texts.push(...(value && ts.isExpression(value) ? (textsOf(value) ?? []) : []));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function isRich(attribute: ts.JsxAttribute): boolean {
  const element = attribute.parent.parent;
  return (
    (ts.isJsxSelfClosingElement(element) || ts.isJsxOpeningElement(element)) &&
    element.tagName.getText() === 'Rich'
  );
}

/** Whole sentences, and labels under names that are shown. */
function toldIn(source: ts.SourceFile, kind: RegExp): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isUnseen(node)) return;
    const shapes = ts.isExpression(node) ? textsOf(node) : null;
    if (!shapes) {
      ts.forEachChild(node, visit);
      return;
    }
    const isShown = ts.isPropertyAssignment(node.parent) && SHOWN_PROPERTY.test(node.parent.name.getText());
    texts.push(...shapes.filter((text) => (isShown ? /\p{L}{2}/u.test(text) : kind.test(text))));
    // A value may be a sentence of its own.
    visitValues(node, visit);
  };
  visit(source);
  return texts;
}

function isUnseen(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) return UNSEEN_CALL.test(node.expression.getText());
  if (ts.isNewExpression(node)) return UNSEEN_CALL.test(`new ${node.expression.getText()}`);
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true;
  return ts.isPropertyAssignment(node) && UNSEEN_PROPERTY.test(node.name.getText());
}

function visitValues(node: ts.Node, visit: (node: ts.Node) => void): void {
  if (ts.isTemplateExpression(node)) {
    for (const { expression } of node.templateSpans) if (!textsOf(expression)) visit(expression);
  } else if (ts.isConditionalExpression(node)) {
    visit(node.condition);
  }
}
