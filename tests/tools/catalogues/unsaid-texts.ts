/** Texts of components that no catalogue knows, because they are written straight into the page. */
import ts from 'typescript';

/** Attributes that are read or heard. */
const HEARD =
  /^(?:title|alt|placeholder|label|aria-label|aria-description|aria-roledescription|aria-valuetext)$/;
/** Names, and what is no language: `StoryShort`, `npm run jobs`, `9:16`. */
const NAMES = /^(?:StoryShort|YouTube:?|story,title "|CSV|JSONL|MP4|Gravity|[^\p{L}]*|https?:\S*|\p{L})$/u;

/** Operators whose value may be that of either side. */
const ADDS: readonly ts.SyntaxKind[] = [
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

/** Each with its line: `12: Save`. */
export function unsaidIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (NAMES.test(shown)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${shown}`);
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && !isCode(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent) && !isCode(node)) {
      for (const literal of literalsIn(node.expression)) note(literal, literal.text);
    }
    if (ts.isJsxAttribute(node) && HEARD.test(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer)) note(node, initializer.text);
      else if (ts.isJsxExpression(initializer) && initializer.expression)
        for (const literal of literalsIn(initializer.expression)) note(literal, literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What is typed as it stands: commands, variables, keys. */
function isCode(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isJsxElement(parent) && /^(?:code|kbd|pre|Fragment)$/.test(parent.openingElement.tagName.getText())
  );
}

/** Literals that such an expression can come to. */
function literalsIn(
  node: ts.Expression,
): (ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail)[] {
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression);
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node;
    if (ADDS.includes(operatorToken.kind)) return [...literalsIn(left), ...literalsIn(right)];
    return operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? literalsIn(right) : [];
  }
  if (ts.isTemplateExpression(node))
    return [
      node.head,
      ...node.templateSpans.flatMap(({ expression, literal }) => [...literalsIn(expression), literal]),
    ];
  return [];
}
