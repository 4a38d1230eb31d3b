import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { Clock } from '../clock.ts';
import type { Language } from '../locales/languages.ts';
import type { StateStore } from '../state-store.ts';
import { type LanguageModel, ModelError } from './language-model.ts';
import { composePrompt } from './prompt.ts';
import { validateSummary } from './validate-summary.ts';

const MAX_GRAPHEMES = 280;
const DAY_MS = 86_400_000;
const TTL_MS = 90 * DAY_MS;
/** How long to wait before asking for a summary again that failed. */
const RETRY_AFTER_MS = 15 * 60_000;
/** A summary that takes longer is available the next time. */
const TIMEOUT_MS = 4000;

/** Summaries written by a language model. */
export interface LlmSummaries {
  /** A summary of this version of the article in this language; undefined if there is none. Never rejects. */
  of(article: Article, language: Language): Promise<string | undefined>;
}

/** Returns a summariser for one language; undefined if no model is configured. */
export function summarizerIn(
  language: Language,
  summaries: LlmSummaries | undefined,
): ((article: Article) => Promise<string | undefined>) | undefined {
  return summaries && ((article) => summaries.of(article, language));
}

export interface LlmSummariesDeps {
  model: LanguageModel;
  state: StateStore;
  /** The maximum number of requests a day (UTC). */
  daily: number;
  clock: Clock;
  /** Receives failures; readers get the extractive summary. */
  report(error: unknown): void;
}

/** The cache entry for a version and a language; without `text`, a failure. */
interface CachedSummary {
  text?: string;
}

/** Requests one summary for each version of an article and language, and caches it for 90 days. */
export function createLlmSummaries(deps: LlmSummariesDeps): LlmSummaries {
  const { model, state, clock, report } = deps;
  const spend = createDailyBudget(deps);
  const pending = new Map<string, Promise<string | undefined>>();

  async function find(key: string, article: Article, language: Language): Promise<string | undefined> {
    const cached = await state.get<CachedSummary>(key);
    if (cached !== undefined) return cached.text;
    if (!(await spend())) return undefined;
    const text = await request(article, language);
    await state.set<CachedSummary>(
      key,
      text === undefined ? {} : { text },
      text === undefined ? RETRY_AFTER_MS : TTL_MS,
    );
    return text;
  }

  async function findOrReport(key: string, article: Article, language: Language): Promise<string | undefined> {
    try {
      return await find(key, article, language);
    } catch (error) {
      report(error);
      return undefined;
    } finally {
      pending.delete(key);
    }
  }

  async function request(article: Article, language: Language): Promise<string | undefined> {
    const limits = { language, maxGraphemes: MAX_GRAPHEMES };
    try {
      const text = validateSummary(await model.complete(composePrompt(article, limits)), limits);
      if (text === undefined) report(new ModelError(`The language model wrote no fit summary of ${article.id}.`));
      return text;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      report(error);
      return undefined;
    }
  }

  return {
    async of(article, language) {
      const key = `${article.id}:${versionOf(article)}:${language}:${model.name}`;
      const running = pending.get(key) ?? findOrReport(key, article, language);
      pending.set(key, running);
      return withTimeout(running, clock);
    },
  };
}

/** Resolves to undefined after the timeout. */
async function withTimeout<Value>(running: Promise<Value>, clock: Clock): Promise<Value | undefined> {
  const { promise: timeout, resolve } = Promise.withResolvers<undefined>();
  const cancel = clock.after(TIMEOUT_MS, () => resolve(undefined));
  try {
    return await Promise.race([running, timeout]);
  } finally {
    cancel();
  }
}

/** A hash of the title and text: a version with the same text needs no new summary. */
function versionOf({ title, sections }: Article): string {
  const text = JSON.stringify([title, sections.map((section) => [section.title, section.text])]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Returns whether another request is allowed today. One process counts; the store preserves the count over restarts. */
function createDailyBudget({ daily, state, clock }: LlmSummariesDeps): () => Promise<boolean> {
  let day = '';
  let spent = 0;
  return async () => {
    const today = new Date(clock.nowMs()).toISOString().slice(0, 10);
    if (day !== today) {
      const before = (await state.get<number>(`spent:${today}`)) ?? 0;
      if (day !== today) [day, spent] = [today, before];
    }
    if (spent >= daily) return false;
    spent += 1;
    await state.set(`spent:${today}`, spent, 2 * DAY_MS);
    return true;
  };
}
