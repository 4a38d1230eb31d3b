// Ends with 0 if the bot answers at its port, else with 1: node adapters/http/check-health.ts PORT HOST, for a container.
// Without a port nothing can be checked, and nothing is wrong.
import process from 'node:process';
import { askHealth } from './ask-health.ts';

const [port = '', host = ''] = process.argv.slice(2);
const tell = (address: string, error: unknown) => void process.stderr.write(`${address}: ${String(error)}\n`);
const isFine = port === '' || port === '0' || (await askHealth({ host, port }, tell)) !== undefined;
process.exitCode = isFine ? 0 : 1;
