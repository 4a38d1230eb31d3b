import type { Digest } from '../../digest/digest.ts';
import type { Edition } from '../../digest/edition.ts';
import { type Headline, headlineOf, reviseDigest } from '../../digest/revise-digest.ts';
import type { Library } from '../../library/library.ts';
import { type Audience, createAudience } from '../../locales/audience.ts';
import type { Address } from '../../subscription/address.ts';
import type { SubscriptionStore } from '../../subscription/store.ts';
import { type LlmSummaries, summarizerIn } from '../../summary/llm-summaries.ts';
import type { View } from '../../view/view.ts';
import type { Delivered, Delivery } from '../delivery.ts';
import { DeliveryError } from '../delivery-error.ts';
import type { DeliveryQueue } from '../queue.ts';
import type { Reviser } from './reviser.ts';
import type { SentDigests } from './sent-digests.ts';

export interface ReviseDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'page'>;
  deliveries: Pick<DeliveryQueue, 'forChat' | 'backlog'>;
  sentDigests: Pick<SentDigests, 'get' | 'record'>;
  library: Pick<Library, 'article'>;
  /** Everything up to this position is in the library of this process. */
  position: number;
  summaries?: LlmSummaries | undefined;
  /** The platforms that can edit messages, by name. */
  revisers: ReadonlyMap<string, Reviser>;
  /** Renders a digest as it was sent. */
  present(digest: Digest, edition: Edition, audience: Audience): View;
  yieldToEventLoop(): Promise<void>;
  now(): Date;
  /** Notes that an edit is given up. */
  noteGivenUp(id: string, why: string): void;
  report(error: unknown): void;
  /** Ends the work before the next digest. */
  signal: AbortSignal;
}

/** Telegram lets bots edit their messages for so long; nobody rereads an older digest. */
const REVISE_WITHIN_MS = 48 * 60 * 60 * 1000;
/** After so many edits that failed in a way that may pass, it stays as it is. */
const MAX_FAILURES = 3;
const BATCH = 200;

type Chat = Pick<Address, 'platform' | 'chat'>;
type Pass = ReviseDeps & { headline(id: string): Promise<Headline | undefined> };

/**
 * Edits the digests of the last two days whose articles have another headline or lead now, once for each version. Returns
 * whether some of it is left for later, because digests are waiting to be sent, an edit failed in a way that may pass, or
 * the library of another process is ahead of this one's.
 */
export async function reviseSent(deps: ReviseDeps): Promise<boolean> {
  const pass: Pass = { ...deps, headline: rememberHeadlines(deps.library) };
  let isLeft = false;
  for await (const chat of chatsWithEdits(deps)) {
    for (const delivery of await deps.deliveries.forChat(chat)) {
      if (deps.signal.aborted) return true;
      if (!isRevisable(delivery, deps.now())) continue;
      const result = await revise(delivery, pass);
      if (result === 'later') return true;
      isLeft ||= result === 'again';
      await deps.yieldToEventLoop();
    }
  }
  return isLeft;
}

async function* chatsWithEdits({ subscriptions, revisers, signal }: ReviseDeps): AsyncGenerator<Chat> {
  const seen = new Set<string>();
  for (let last = ''; !signal.aborted; ) {
    const page = await subscriptions.page(last, BATCH);
    for (const { to, state, withEdits } of page) {
      const key = `${to.platform}:${to.chat}`;
      if (!withEdits || state !== 'active' || !revisers.has(to.platform) || seen.has(key)) continue;
      seen.add(key);
      yield { platform: to.platform, chat: to.chat };
    }
    last = page.at(-1)?.id ?? last;
    if (page.length < BATCH) return;
  }
}

function isRevisable(delivery: Delivery | Delivered, now: Date): delivery is Delivered {
  if (!('outcome' in delivery) || delivery.outcome !== 'sent' || !delivery.edition.withEdits) return false;
  return now.getTime() - Date.parse(delivery.endedAt) <= REVISE_WITHIN_MS;
}

/** `later`: digests are waiting. `again`: what keeps it from being edited may pass. */
async function revise(delivery: Delivered, deps: Pass): Promise<'done' | 'later' | 'again'> {
  const { edition } = delivery;
  const { sentDigests, subscriptions, revisers, summaries } = deps;
  const sent = await sentDigests.get(edition);
  if (sent === undefined || sent.to.chat !== edition.to.chat) return 'done';
  // Another process has composed it since, perhaps from articles that are not in this one's library yet.
  if ((sent.upTo ?? 0) > deps.position) return 'again';
  const write = summarizerIn(edition.language, summaries);
  const digest = await reviseDigest(sent.digest, { ...deps, load: (id) => deps.library.article(id), write });
  const reviser = revisers.get(edition.to.platform);
  if (digest === undefined || reviser === undefined) return 'done';
  const subscription = await subscriptions.get(edition.subscription);
  if (subscription?.state !== 'active' || !subscription.withEdits) return 'done';
  if (await isBusy(edition.to.platform, deps)) return 'later';
  const audience = createAudience(edition.language, edition.zone);
  const [before, after] = [sent.digest, digest].map((one) => deps.present(one, edition, audience));
  if (before === undefined || after === undefined) return 'done';
  try {
    const { id, language, to } = edition;
    await reviser.revise(to, { id, language, before, after, confirmedParts: delivery.confirmedParts });
  } catch (error) {
    const failures = sent.failures + 1;
    const mayPass = error instanceof DeliveryError && error.reason === 'busy' && failures < MAX_FAILURES;
    if (mayPass) {
      await sentDigests.record(edition, { ...sent, failures });
      return 'again';
    }
    if (!(error instanceof DeliveryError)) deps.report(error);
    deps.noteGivenUp(edition.id, error instanceof Error ? error.message : String(error));
  }
  // Also if it was refused: the same version is not tried again.
  await sentDigests.record(edition, { to: sent.to, digest, failures: 0 });
  return 'done';
}

/** Whether a delivery of the platform could be sent now. */
async function isBusy(platform: string, { deliveries, now }: ReviseDeps): Promise<boolean> {
  const { waiting, nextAt } = await deliveries.backlog(platform);
  return waiting > 0 && (nextAt === undefined || nextAt <= now());
}

/** Many digests have the same articles. */
function rememberHeadlines(library: Pick<Library, 'article'>): Pass['headline'] {
  const known = new Map<string, Promise<Headline | undefined>>();
  return (id) => {
    const found = known.get(id) ?? library.article(id).then((article) => article && headlineOf(article));
    known.set(id, found);
    return found;
  };
}
