import type { Deliverer } from '../delivery/deliverer.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { StoreError } from '../library/store-error.ts';
import type { Language } from '../locales/languages.ts';
import { createTranslator } from '../locales/translator.ts';
import type { StateStore } from '../state-store.ts';
import { messageView } from '../view/message-view.ts';
import { createClaims } from './operator-claims.ts';

/** Something that only the people who run the bot can put right. */
export interface Trouble {
  /** What it is and what to do, in one line. */
  line: string;
  /** How long it must last before anybody is told; at once by default. */
  afterMs?: number;
}

/** Reports a trouble by its name, or, without one, that it is over. The same again changes nothing. */
export type ReportTrouble = (name: string, trouble: Trouble | undefined) => void;

/** A platform as a way to a person. */
export type PersonalPlatform = Partial<Deliverer> & {
  platform: string;
  /** The id of the chat with a person alone. Throws only `DeliveryError`. */
  privateChat?(person: string): Promise<string>;
};

interface NoticesDeps {
  state: StateStore;
  /** What tells this process from others. */
  by: string;
  /** People as `platform:id`. */
  operators: ReadonlySet<string>;
  language: Language;
  report(error: unknown): void;
  /** Logs a line for the operator. */
  warn(line: string): void;
}

/** A trouble that is not over, as it is stored: since when (ISO 8601, UTC), and which operators were told. */
interface TroubleRecord {
  since: string;
  told: string[];
}

type Records = Readonly<Record<string, TroubleRecord>>;

const KEY = 'notices';
const STORE = 'store';
/** Errors of the store are over after so long without another one. */
const STORE_QUIET_MS = 60 * 60_000;

export type OperatorNotices = ReturnType<typeof createOperatorNotices>;

/** Tells the operators, in private, of each trouble once until it is over, also across restarts and processes. */
export function createOperatorNotices(deps: NoticesDeps) {
  const { state, operators, language, report, warn } = deps;
  const claims = createClaims(deps);
  const troubles = new Map<string, Trouble | undefined>();
  const t = createTranslator(language);
  let records: Records | undefined;
  let storeFailure: StoreError | undefined;
  let storeFailedAtMs = 0;

  async function store(changed: Records): Promise<void> {
    if (JSON.stringify(changed) === JSON.stringify(records)) return;
    records = changed;
    // A full disk is one of the troubles.
    await state.set(KEY, changed).catch(report);
  }

  function noteStoreFailure(at: Date): void {
    if (storeFailure !== undefined) {
      troubles.set(STORE, { line: storeFailure.message });
      storeFailedAtMs = at.getTime();
      storeFailure = undefined;
    } else if (at.getTime() - storeFailedAtMs >= STORE_QUIET_MS) troubles.set(STORE, undefined);
  }

  async function send(platforms: readonly PersonalPlatform[], notice: Notice): Promise<void> {
    const [name, person] = split(notice.operator);
    const platform = platforms.find((one) => one.platform === name);
    try {
      const chat = await platform?.privateChat?.(person);
      if (chat === undefined) return;
      const view = messageView(t('operator.notice', { line: notice.line }));
      await platform?.deliver?.({ platform: name, chat }, view, { ...OPTIONS, id: notice.id, language });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      warn(`${notice.operator} could not be told: ${notice.line} (${error.message})`);
    }
  }

  return {
    reportTrouble: ((name, trouble) => void troubles.set(name, trouble)) satisfies ReportTrouble,
    /** Takes note of an error that only an operator can put right. */
    noteError(error: unknown): void {
      if (error instanceof StoreError && LASTING.has(error.reason)) storeFailure = error;
    },
    /** Tells what is new; called every minute. */
    async tell(platforms: readonly PersonalPlatform[], at: Date): Promise<void> {
      records ??= (await state.get<Records>(KEY)) ?? {};
      noteStoreFailure(at);
      const reachable = [...operators].filter((one) => platforms.some(({ platform }) => platform === split(one)[0]));
      const { kept, notices } = decide(troubles, records, { operators: reachable, at });
      // Before they are sent: a second message would be worse than none.
      await store(kept);
      await claims.releaseOver(troubles);
      for (const notice of notices) {
        if (await claims.claim(notice.name, notice.operator)) await send(platforms, notice);
      }
    },
  };
}

const LASTING: ReadonlySet<StoreError['reason']> = new Set(['full', 'read-only', 'damaged']);
const done = async () => undefined;
const OPTIONS = { silent: false, forFollowers: false, confirmedParts: [], beforePart: done, onPartSent: done };

interface Notice {
  id: string;
  /** The trouble's. */
  name: string;
  operator: string;
  line: string;
}

/** What is kept of the troubles, and who is told now. Troubles that nobody has reported yet after a restart stay as they are. */
function decide(
  troubles: ReadonlyMap<string, Trouble | undefined>,
  records: Records,
  { operators, at }: { operators: readonly string[]; at: Date },
): { kept: Records; notices: Notice[] } {
  const kept: Record<string, TroubleRecord> = { ...records };
  const notices: Notice[] = [];
  for (const [name, trouble] of troubles) {
    if (trouble === undefined) {
      delete kept[name];
      continue;
    }
    const { since, told } = kept[name] ?? { since: at.toISOString(), told: [] };
    const isLasting = at.getTime() - Date.parse(since) >= (trouble.afterMs ?? 0);
    const fresh = isLasting ? operators.filter((one) => !told.includes(one)) : [];
    kept[name] = { since, told: [...told, ...fresh] };
    notices.push(...fresh.map((operator) => ({ id: `notice-${name}-${since}`, name, operator, line: trouble.line })));
  }
  return { kept, notices };
}

function split(operator: string): [platform: string, person: string] {
  const at = operator.indexOf(':');
  return [operator.slice(0, at), operator.slice(at + 1)];
}
