/** Who may follow feeds. */
export interface FollowPolicy {
  /** Those who may manage the chat, only the operators, or nobody. */
  who: 'admins' | 'operators' | 'off';
  /** People as `platform:id`. */
  operators: ReadonlySet<string>;
}

/** How many feeds a chat may follow. */
export const MAX_FEEDS_OF_CHAT = 20;
/** How many feeds a bot collects. */
export const MAX_FEEDS = 1000;

/** Whether the policy lets a person follow and unfollow; whether they may manage the chat is checked before. */
export function mayFollow({ who, operators }: FollowPolicy, platform: string, person: string): boolean {
  return who === 'admins' || (who === 'operators' && operators.has(`${platform}:${person}`));
}
