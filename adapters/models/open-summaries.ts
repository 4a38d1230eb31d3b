import type { Config } from '../../src/config.ts';
import {
  createWrittenSummaries,
  type WrittenSummaries,
  type WrittenSummariesDeps,
} from '../../src/summary/llm-summaries.ts';
import { createChatModel } from './chat-completions.ts';

const TIMEOUT_MS = 60_000;

/** Summaries by the language model that the settings name; none where they name none. */
export function openSummaries(
  settings: Config['summaryModel'],
  deps: Omit<WrittenSummariesDeps, 'model' | 'daily'>,
): { summaries?: WrittenSummaries } {
  if (settings === undefined) return {};
  const { daily, ...endpoint } = settings;
  const model = createChatModel({ ...endpoint, timeoutMs: TIMEOUT_MS });
  return { summaries: createWrittenSummaries({ ...deps, model, daily }) };
}
