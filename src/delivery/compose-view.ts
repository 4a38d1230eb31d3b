import { type ComposeDeps, composeEdition } from '../digest/compose-edition.ts';
import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import { type Audience, createAudience } from '../locales/audience.ts';
import type { View } from '../view/view.ts';

export interface ViewComposerDeps extends ComposeDeps {
  /** Renders a digest as it is sent. */
  present(digest: Digest, edition: Edition, audience: Audience): View;
}

/** A digest, and how it is sent. */
interface Composed {
  digest: Digest;
  view: View;
}

/** Composes an edition without the articles of other editions that its chat gets at the same time; undefined if there is nothing to send. */
type Compose = (edition: Edition, siblings: readonly Edition[]) => Promise<Composed | undefined>;

/** Creates a composer that works once for all chats that get the same. */
export function createViewComposer(deps: ViewComposerDeps): Compose {
  return cacheViews((edition, siblings) => composeView(edition, siblings, deps));
}

/** Undefined if there is nothing to send: of several empty digests at a time, only the first says so. */
async function composeView(
  edition: Edition,
  apartFrom: readonly Edition[],
  deps: ViewComposerDeps,
): Promise<Composed | undefined> {
  const digest = await composeEdition(edition, deps, { apartFrom });
  if (digest.total === 0 && (!edition.sendEmpty || apartFrom.length > 0)) return undefined;
  return { digest, view: deps.present(digest, edition, createAudience(edition.language, edition.zone)) };
}

const MAX_CACHED = 50;

/** Composes a digest once for all chats that get the same; only the edition id in its buttons differs. */
function cacheViews(compose: Compose): Compose {
  const cache = new Map<string, Promise<Composed | undefined>>();
  return async (edition, siblings) => {
    const { id } = edition;
    const key = JSON.stringify([edition, ...siblings].map(contentOf));
    const composed = cache.get(key) ?? compose({ ...edition, id: PLACEHOLDER }, siblings);
    cache.set(key, composed);
    // A failure is not cached.
    composed.catch(() => cache.delete(key));
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return withEditionId(await composed, id);
  };
}

function contentOf({ id: _id, subscription: _of, to: _to, ...content }: Edition): object {
  return content;
}

const PLACEHOLDER = '\u0000edition';

function withEditionId(composed: Composed | undefined, id: string): Composed | undefined {
  if (composed === undefined) return undefined;
  const { digest, view } = composed;
  const fill = (command: string) => command.replace(PLACEHOLDER, id);
  const actions = view.actions.map((action) =>
    'command' in action ? { ...action, command: fill(action.command) } : action,
  );
  const { everything, rest } = digest.commands;
  return {
    digest: { ...digest, commands: { everything: fill(everything), rest: fill(rest) } },
    view: { ...view, actions },
  };
}
