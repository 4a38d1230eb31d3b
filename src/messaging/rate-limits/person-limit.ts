import type { CommandRequest, Dispatch } from '../../chat/request.ts';
import type { Clock } from '../../clock.ts';
import { createTranslator } from '../../locales/translator.ts';
import type { Address } from '../../subscription/address.ts';
import { messageView } from '../../view/message-view.ts';
import type { View } from '../../view/view.ts';

/** Twenty commands a minute, and ten at once: more than anyone reads. */
const INTERVAL_MS = 3000;
const BURST = 10;
const MAX_PEOPLE = 10_000;
/** Shows nothing. */
const SILENCE: View = { blocks: [], actions: [], for: 'asker' };

/** Limits how fast each person is answered. */
export interface PersonLimit {
  /**
   * Dispatches requests within the limit. Other requests are answered with a notice: each, only the first one in a row, or
   * none, so that the answer is an empty view.
   */
  limit(dispatch: Dispatch, notice: 'each' | 'first' | 'none'): Dispatch;
  /** Asks a person to wait; undefined if they need not. */
  noticeFor(request: Pick<CommandRequest, 'by' | 'language'>): string | undefined;
}

interface Person {
  /** The theoretical arrival time: https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm */
  dueMs: number;
  wasTold: boolean;
}

interface PersonLimitDeps {
  clock: Pick<Clock, 'monotonicMs'>;
  /** Somebody wrote who is not answered now; nothing else learns of it. */
  onMessageReceived(where: Address): void;
}

/** Starts with nobody known. */
export function createPersonLimit({ clock, onMessageReceived }: PersonLimitDeps): PersonLimit {
  const nowMs = clock.monotonicMs;
  const people = new Map<string, Person>();
  const noticeFor: PersonLimit['noticeFor'] = ({ by, language }) => {
    const waitMs = (people.get(by)?.dueMs ?? 0) - nowMs() - (BURST - 1) * INTERVAL_MS;
    return waitMs > 0 ? createTranslator(language)('wrong.tooFast', { count: Math.ceil(waitMs / 1000) }) : undefined;
  };
  const count = (by: string): void => {
    const now = nowMs();
    const { dueMs = 0, wasTold = false } = people.get(by) ?? {};
    people.set(by, { dueMs: Math.max(dueMs, now) + INTERVAL_MS, wasTold: wasTold && dueMs > now });
    if (people.size > MAX_PEOPLE) forgetIdle(people, now);
  };
  return {
    noticeFor,
    limit: (dispatch, notice) => async (request) => {
      const { by } = request;
      const text = noticeFor(request);
      if (text === undefined) {
        count(by);
        return await dispatch(request);
      }
      onMessageReceived(request.in);
      const { dueMs = 0, wasTold = false } = people.get(by) ?? {};
      if (notice === 'none' || (notice === 'first' && wasTold)) return SILENCE;
      people.set(by, { dueMs, wasTold: true });
      return { ...messageView(text), for: 'asker' };
    },
  };
}

function forgetIdle(people: Map<string, Person>, now: number): void {
  for (const [by, { dueMs }] of people) if (dueMs <= now) people.delete(by);
}
