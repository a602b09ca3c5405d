/** The texts that an expression of the source can come to. Pure. */
import ts from 'typescript';

/** More ways than these are nobody's sentence. */
const MOST_WAYS = 64;

/** What a value in a text is called by its place: `{{0}}`. */
interface Shape {
  text: string;
  places: number;
}

/**
 * All texts of a literal, a template, a sum of them, or a choice between them; values get numbered places. Null where
 * the expression is none of these.
 */
export function textsOf(expression: ts.Expression): string[] | null {
  return shapesOf(expression)?.map(({ text }) => text) ?? null;
}

function shapesOf(node: ts.Expression): Shape[] | null {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return shapesOf(node.expression);
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, places: 0 }];
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [shapesOf(node.whenTrue), shapesOf(node.whenFalse)];
    return yes && no ? [...yes, ...no] : null;
  }
  if (ts.isTemplateExpression(node)) {
    let ways: Shape[] = [{ text: node.head.text, places: 0 }];
    for (const { expression, literal } of node.templateSpans) {
      ways = combined(combined(ways, shapesOf(expression) ?? [PLACE]), [{ text: literal.text, places: 0 }]);
    }
    return ways;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [shapesOf(node.left), shapesOf(node.right)];
    return left && right ? combined(left, right) : null;
  }
  return null;
}

const PLACE: Shape = { text: '{{0}}', places: 1 };

function combined(before: readonly Shape[], after: readonly Shape[]): Shape[] {
  return before
    .flatMap((left) =>
      after.map((right) => ({
        text: left.text + numberedFrom(right.text, left.places),
        places: left.places + right.places,
      })),
    )
    .slice(0, MOST_WAYS);
}

function numberedFrom(text: string, first: number): string {
  return first === 0 ? text : text.replace(/\{\{(\d+)\}\}/g, (_, place) => `{{${Number(place) + first}}}`);
}
