import { measureSpeed } from './measure-speed.ts';
import { PEERS } from './parsers.ts';

/**
 * How many times as fast as others Gazette must at least be, on generated articles. Less than half of what is usual
 * (README.md), so that only a real loss of speed fails, never chance.
 */
const MIN_RATIOS: Readonly<Record<string, number>> = {
  'Readability + linkedom': 0.9,
  'Readability + jsdom': 8,
};

const lines = measureSpeed('articles', ['gazette', ...PEERS.filter((name) => name in MIN_RATIOS)]);
for (const { parser, gazetteIsFaster = 0, failed } of lines) {
  const min = MIN_RATIOS[parser];
  process.stdout.write(`${parser}: ${failed ?? `${gazetteIsFaster}, at least ${min ?? 1}`}\n`);
  if (min !== undefined && gazetteIsFaster < min) process.exitCode = 1;
}
