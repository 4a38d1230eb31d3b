import { judge, strayPosts } from './judge.ts';
import type { Reference } from './reference.ts';
import type { Round } from './round.ts';

/** That a channel is a forum Discord tells who writes into it. */
const LEARNS_A_FORUM = '50008';

/** Compares all that arrived in a round with what should have; kills are when a bot was killed. */
export async function judgeRound(
  { spots, editions, state, platforms }: Round,
  reference: Reference,
  kills: readonly number[],
) {
  const deliveries: Awaited<ReturnType<typeof state.deliveries.get>>[] = [];
  // One after the other: thousands at once wait for each other longer than a store waits for its server.
  for (const edition of editions) deliveries.push(await state.deliveries.get(edition));
  const sends = platforms.telegram.calls().filter(({ method }) => /^send(?:Message|Photo)$/u.test(method));
  const sendsTo = Map.groupBy(sends, ({ params }) => String(params['chat_id']));
  const verdicts = spots.map((spot, at) => {
    const arrivedAt = (sendsTo.get(spot.to.chat) ?? []).map((call) => call.at);
    return judge({ spot, delivery: deliveries[at], reference: reference[spot.kind], arrivedAt, kills });
  });
  return {
    wrong: [...verdicts.flatMap(({ wrong }) => wrong), ...strayPosts(spots, deliveries)],
    doubled: verdicts.reduce((sum, { doubled }) => sum + doubled, 0),
    violations: [...platforms.telegram.violations(), ...platforms.discord.violations()].filter(
      (violation) => !violation.includes(LEARNS_A_FORUM),
    ),
  };
}
