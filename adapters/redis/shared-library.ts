import type { Clock } from '../../src/clock.ts';
import type { LibraryStore } from '../../src/library/store.ts';
import { addedEvent, type LocalLibrary, parseEvent } from '../shared/local-library.ts';
import { systemClock } from '../shared/system-clock.ts';
import type { NumberedEvent, Positions } from './positions.ts';

/** A library of one instance, with the positions that all instances share. */
export interface SharedLibrary {
  store: LibraryStore;
  /** The latest position up to which editions can be composed here; infinite if nothing is missing. */
  reach(): Promise<number>;
  /** Whether it has been empty for a while though other instances have articles: nobody reads them into it. */
  isStarved(): boolean;
}

/**
 * So long a process waits for an article that another one has read, and it has not. It may never come: its file may be deleted
 * already, or be refused here. An update that is older may have been followed by another one before this library read it.
 */
const PATIENCE_MS = 10 * 60_000;
/** So long a new process may take to read its first articles. */
const FIRST_READ_MS = 60_000;
const PER_PAGE = 1000;

/**
 * Gives the arrivals in a library the positions of all instances. Editions are ranges of positions, so whoever sends an edition
 * must mean the same articles as whoever enqueued it.
 */
export function createSharedLibrary(
  local: LocalLibrary,
  positions: Positions,
  clock: Pick<Clock, 'monotonicMs'> = systemClock,
): SharedLibrary {
  const publish = createPublisher(local, positions);
  const { reach, isStarved } = createReach({ local, positions, clock, publish });
  const { store } = local;
  return {
    async reach() {
      const { position, isComplete } = await reach();
      return isComplete ? Number.POSITIVE_INFINITY : position;
    },
    isStarved,
    store: {
      ...store,
      async save(parsedFiles) {
        await store.save(parsedFiles);
        await publish();
      },
      async forget(files) {
        const before = await local.articlesOf(files);
        await store.forget(files);
        await positions.withdraw(await local.missing(before.map(addedEvent)));
      },
      async markBackfill(ids) {
        await positions.markBackfill(ids, ids.map(addedEvent));
        await store.markBackfill(ids);
      },
      position: async () => (await reach()).position,
      async between({ after, upTo, withUpdates, withBackfill }, filter, page) {
        await publish();
        const { added, updated } = split(await positions.after(after, upTo));
        const left = withBackfill === true ? new Set<string>() : await positions.backfilled(added);
        const isNew = (id: string) => !left.has(id);
        const chosen = { added: added.filter(isNew), updated: withUpdates === true ? updated : [] };
        return await local.choose(chosen, filter, page);
      },
    },
  };
}

/** What was added, and what else was changed. */
function split(events: readonly NumberedEvent[]) {
  const parsed = events.map(({ event }) => parseEvent(event));
  const idsOf = (isWanted: boolean) => [
    ...new Set(parsed.filter(({ isUpdate }) => isUpdate === isWanted).map(({ article }) => article)),
  ];
  const added = new Set(idsOf(false));
  return { added: [...added], updated: idsOf(true).filter((id) => !added.has(id)) };
}

/** How far the arrivals of this library have been published, and where. */
interface Published {
  name: string;
  /** The position in this library. */
  local: number;
  /** The last position of all, then. */
  last: number;
}

/** Returns what publishes the arrivals that have not been; one call at a time does. */
function createPublisher(local: LocalLibrary, positions: Positions): () => Promise<void> {
  let published: Published | undefined;
  let running: Promise<void> = Promise.resolve();

  /** Positions that are others, or that went back to a backup, lack what was published there. */
  async function begin(): Promise<Published> {
    const [name, last, text] = await Promise.all([positions.name(), positions.last(), local.recall()]);
    const remembered = text === undefined ? undefined : (JSON.parse(text) as Published);
    const isSame = remembered?.name === name && remembered.last <= last;
    return isSame ? remembered : { name, local: 0, last: 0 };
  }

  async function publishAll(): Promise<void> {
    published ??= await begin();
    for (;;) {
      const found = await local.arrivalsAfter(published.local, PER_PAGE);
      const lastFound = found.at(-1);
      if (lastFound === undefined) return;
      await positions.publish(found.map(({ event }) => event));
      published = { ...published, local: lastFound.position, last: await positions.last() };
      await local.remember(JSON.stringify(published));
    }
  }

  return () => {
    running = running.then(publishAll, publishAll);
    return running;
  };
}

/** How far a library has what other instances have. */
interface Reach {
  /** The latest position up to which it has everything. */
  position: number;
  /** Whether that is all there is. */
  isComplete: boolean;
}

interface ReachDeps {
  local: LocalLibrary;
  positions: Positions;
  clock: Pick<Clock, 'monotonicMs'>;
  publish(): Promise<void>;
}

function createReach({ local, positions, clock, publish }: ReachDeps) {
  let reached = 0;
  let missingSince = new Map<string, number>();
  /** Since when it has been empty. */
  let starvingSince: number | undefined;

  /** What this library misses and still may get, of some events. */
  async function findAwaited(events: readonly string[]): Promise<ReadonlySet<string>> {
    const missing = await local.missing(events);
    const nowMs = clock.monotonicMs();
    missingSince = new Map(missing.map((event) => [event, missingSince.get(event) ?? nowMs]));
    const isEmpty = missing.length > 0 && (await local.store.size()) === 0;
    starvingSince = isEmpty ? (starvingSince ?? nowMs) : undefined;
    // A process whose library is read by nobody would send nothing but empty digests.
    if (missing.length === 0 || isEmpty) return new Set(missing);
    const updates = missing.filter((event) => parseEvent(event).isUpdate);
    const old = await positions.olderThan(PATIENCE_MS, updates);
    const hasWaited = (event: string) => nowMs - (missingSince.get(event) ?? nowMs) > PATIENCE_MS;
    return new Set(missing.filter((event) => !old.has(event) && !hasWaited(event)));
  }

  async function reach(): Promise<Reach> {
    await publish();
    // Read before the events: everything up to it is among them, or was taken back.
    const last = await positions.last();
    const events = await positions.after(reached);
    const awaited = await findAwaited(events.map(({ event }) => event));
    const first = events.find(({ event }) => awaited.has(event));
    const next = first === undefined ? Math.max(last, events.at(-1)?.position ?? 0) : first.position - 1;
    reached = Math.max(reached, next);
    return { position: reached, isComplete: first === undefined };
  }

  return {
    reach,
    isStarved: () => starvingSince !== undefined && clock.monotonicMs() - starvingSince > FIRST_READ_MS,
  };
}
