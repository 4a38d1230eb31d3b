import type { Metrics } from '../../src/metrics.ts';
import type { Parser } from './parser.ts';

/** A parser, which works on one snapshot after the other, that also measures how long each takes. */
export function meterParser(parser: Parser, metrics: Metrics): Parser {
  let idleSince = 0;
  return {
    ...parser,
    async parse(bytes) {
      const called = performance.now();
      try {
        return await parser.parse(bytes);
      } finally {
        const done = performance.now();
        metrics.observe('parsing', {}, (done - Math.max(called, idleSince)) / 1000);
        idleSince = done;
      }
    },
  };
}
