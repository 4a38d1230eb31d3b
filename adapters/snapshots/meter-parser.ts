import type { Metrics } from '../../src/metrics.ts';
import type { Parser } from './parser.ts';

/** A parser that also measures how long each snapshot takes. */
export function meterParser(parser: Parser, metrics: Metrics): Parser {
  return {
    ...parser,
    async parse(bytes) {
      const begun = performance.now();
      try {
        return await parser.parse(bytes);
      } finally {
        metrics.observe('parsing', {}, (performance.now() - begun) / 1000);
      }
    },
  };
}
