// Ends with 0 if the bot answers at its port, else with 1: node adapters/http/check-health.ts PORT HOST, for a container.
// Without a port nothing can be checked, and nothing is wrong.
import process from 'node:process';

const TIMEOUT_MS = 4000;
const ALL_ADDRESSES: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

const [port = '', host = ''] = process.argv.slice(2);
process.exitCode = port === '' || port === '0' || (await isHealthy()) ? 0 : 1;

async function isHealthy(): Promise<boolean> {
  const name = ALL_ADDRESSES.has(host) ? '127.0.0.1' : host;
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/healthz`;
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })).ok;
  } catch (error) {
    process.stderr.write(`${address}: ${String(error)}\n`);
    return false;
  }
}
