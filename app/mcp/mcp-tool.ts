/** What a model may do here: each tool is one plain value over the operations of `/api/v1`. */
import type { ContentBlock, ToolAnnotations } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { OperationId } from '#app/api/operations/all-operations.ts';
import { type AnswerOf, askSite, type Sent, type SiteAccess } from './site-access';

/** What a tool is called with, as it came: whether it is as it should be, the operation says. */
export type Given = Readonly<Record<string, unknown>>;

/** How far something is. */
export interface ToldProgress {
  progress: number;
  total: number;
  message: string;
}

/** One call of a tool. */
export interface ToolCall {
  site: SiteAccess;
  given: Given;
  /** Aborted where the caller wants no answer any more. */
  signal: AbortSignal;
  /** Tells how far it is; to nobody where the caller did not ask. */
  tell(progress: ToldProgress): Promise<void>;
  /** Asks for an operation. @throws AccessFault with what it says is wrong */
  ask<Id extends OperationId>(id: Id, sent?: Sent): Promise<AnswerOf<Id>>;
}

/** What a call comes to. */
export interface ToolAnswer {
  /** As the tool's output schema describes it. */
  structured: Record<string, unknown>;
  /** The same for whoever reads: what matters, and what can be done next. */
  text: string;
  /** What is to be seen, or read further. */
  more?: ContentBlock[];
}

/** What becomes of things by it, from least to most. */
export type ToolEffect = 'reads' | 'adds' | 'changes' | 'destroys';

export interface McpTool {
  name: string;
  title: string;
  /** What it does and when to use it. */
  description: string;
  /** What it asks the site for. */
  operations: readonly OperationId[];
  effect: ToolEffect;
  /** Whether the same call once more changes nothing further. */
  isRepeatable: boolean;
  /** Whether it reaches others than this house; absent where it does not. */
  reachesOut?: boolean;
  input: z.ZodObject;
  output: z.ZodObject;
  /** @throws AccessFault */
  answer(call: ToolCall): Promise<ToolAnswer>;
}

/** What clients are told of a tool's effect, so that they can ask their person first. */
export function annotationsOf({
  title,
  effect,
  isRepeatable,
  reachesOut = false,
}: Pick<McpTool, 'title' | 'effect' | 'isRepeatable' | 'reachesOut'>): ToolAnnotations {
  return {
    title,
    readOnlyHint: effect === 'reads',
    destructiveHint: effect === 'destroys',
    idempotentHint: isRepeatable,
    openWorldHint: reachesOut,
  };
}

/** A call of a tool, which asks the site as the caller may. */
export function toolCall(call: Omit<ToolCall, 'ask'>): ToolCall {
  return { ...call, ask: (id, sent = {}) => askSite(call.site, id, sent, call.signal) };
}
