import { createLlmSummaries, type LlmSummaries, type LlmSummariesDeps } from '../../src/summary/llm-summaries.ts';
import { createChatModel } from './chat-completions.ts';
import type { ModelSettings } from './settings.ts';

const TIMEOUT_MS = 60_000;

/** Summaries by the language model that the settings name; none where they name none. */
export function openSummaries(
  settings: ModelSettings | undefined,
  deps: Omit<LlmSummariesDeps, 'model' | 'daily'>,
): { summaries?: LlmSummaries } {
  if (settings === undefined) return {};
  const { daily, ...endpoint } = settings;
  const model = createChatModel({ ...endpoint, timeoutMs: TIMEOUT_MS });
  return { summaries: createLlmSummaries({ ...deps, model, daily }) };
}
