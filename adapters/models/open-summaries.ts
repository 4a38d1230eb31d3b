import { createLlmSummaries, type LlmSummaries, type LlmSummariesDeps } from '../../src/summary/llm-summaries.ts';
import { createChatModel } from './chat-completions.ts';
import type { ModelSettings } from './settings.ts';

const TIMEOUT_MS = 60_000;

/** Creates the summaries by a language model; undefined if none is configured. */
export function openSummaries(
  settings: ModelSettings | undefined,
  deps: Omit<LlmSummariesDeps, 'model' | 'daily'>,
): LlmSummaries | undefined {
  if (settings === undefined) return undefined;
  const { daily, ...endpoint } = settings;
  const model = createChatModel({ ...endpoint, timeoutMs: TIMEOUT_MS });
  return createLlmSummaries({ ...deps, model, daily });
}
