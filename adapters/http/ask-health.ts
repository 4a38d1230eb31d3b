const TIMEOUT_MS = 4000;
const ALL_ADDRESSES: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

/** What a bot answers at its port; undefined if none does, and `onFailure` hears why. */
export async function askHealth(
  { host, port }: { host: string; port: number | string },
  onFailure: (address: string, error: unknown) => void,
): Promise<string | undefined> {
  const name = ALL_ADDRESSES.has(host) ? '127.0.0.1' : host;
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/healthz`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.ok ? await answer.text() : undefined;
  } catch (error) {
    onFailure(address, error);
    return undefined;
  }
}
