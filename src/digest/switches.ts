/** What a chat can switch on and off for its digests, by the name people type, and where that is kept. */
export const switches = { empty: 'tellEmpty', silent: 'silent', followers: 'forFollowers' } as const;
