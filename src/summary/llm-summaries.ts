import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { Clock } from '../clock.ts';
import type { Language } from '../locales/language.ts';
import type { StateStore } from '../state-store.ts';
import { type LanguageModel, ModelError } from './language-model.ts';
import { composePrompt } from './prompt.ts';
import { validateSummary } from './validate-summary.ts';

const MAX_GRAPHEMES = 280;
const DAY_MS = 86_400_000;
const KEPT_MS = 90 * DAY_MS;
/** After a failure the model is left alone with that article for a while. */
const LEFT_ALONE_MS = 15 * 60_000;
/** Nobody waits longer than this; what the model writes later is there the next time. */
const PATIENCE_MS = 4000;

/** Summaries written by a language model. */
export interface LlmSummaries {
  /** A summary of this version of the article in this language; undefined where the extract has to do. Never rejects. */
  of(article: Article, language: Language): Promise<string | undefined>;
}

/** Writes in one language; undefined where no model is set. */
export function summarizerIn(
  language: Language,
  summaries: LlmSummaries | undefined,
): ((article: Article) => Promise<string | undefined>) | undefined {
  return summaries && ((article) => summaries.of(article, language));
}

/** What they stand on. */
export interface LlmSummariesDeps {
  model: LanguageModel;
  state: StateStore;
  /** How often a day (UTC) the model may be asked. */
  daily: number;
  clock: Clock;
  /** Hears of what failed; readers get the extract. */
  report(error: unknown): void;
}

/** What is kept for a version and a language: the summary, or that there is none for now. */
interface Kept {
  text?: string;
}

/** Asks the model once for each version of an article and language, and keeps what it wrote for 90 days. */
export function createLlmSummaries(deps: LlmSummariesDeps): LlmSummaries {
  const { model, state, clock, report } = deps;
  const spend = createBudget(deps);
  const asked = new Map<string, Promise<string | undefined>>();

  async function find(key: string, article: Article, language: Language): Promise<string | undefined> {
    const kept = await state.get<Kept>(key);
    if (kept !== undefined) return kept.text;
    if (!(await spend())) return undefined;
    const text = await ask(article, language);
    await state.set<Kept>(key, text === undefined ? {} : { text }, text === undefined ? LEFT_ALONE_MS : KEPT_MS);
    return text;
  }

  async function findOrReport(key: string, article: Article, language: Language): Promise<string | undefined> {
    try {
      return await find(key, article, language);
    } catch (error) {
      report(error);
      return undefined;
    } finally {
      asked.delete(key);
    }
  }

  async function ask(article: Article, language: Language): Promise<string | undefined> {
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
      const running = asked.get(key) ?? findOrReport(key, article, language);
      asked.set(key, running);
      return within(running, clock);
    },
  };
}

/** What comes in time; undefined where it takes longer. */
async function within<Value>(running: Promise<Value>, clock: Clock): Promise<Value | undefined> {
  const { promise: tooLate, resolve } = Promise.withResolvers<undefined>();
  const cancel = clock.after(PATIENCE_MS, () => resolve(undefined));
  try {
    return await Promise.race([running, tooLate]);
  } finally {
    cancel();
  }
}

/** One version has one text: what is shown of an article changes with nothing else. */
function versionOf({ title, sections }: Article): string {
  const text = JSON.stringify([title, sections.map((section) => [section.title, section.text])]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Whether the model may be asked once more today. One process counts; the store only carries the count over a restart. */
function createBudget({ daily, state, clock }: LlmSummariesDeps): () => Promise<boolean> {
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
