import { availableParallelism } from 'node:os';
import { type Parser, startParser } from './parser.ts';

/** With more, the store would be the slowest part. Each takes about 40 MB. */
const MAX_THREADS = 4;
/** Starting a thread takes as long as parsing this much, so a small sync needs only one. */
const BYTES_PER_THREAD = 512 * 1024;

interface PoolOptions {
  threads?: number;
  /** Creates each parser. */
  start?: () => Parser;
}

/** Creates a parser that uses all processor cores. The threads start one after another while there is much to parse. */
export function startParserPool(options: PoolOptions = {}): Parser {
  const { threads = Math.min(availableParallelism(), MAX_THREADS), start = () => startParser() } = options;
  let members: { parser: Parser; pendingBytes: number }[] = [];
  let acceptedBytes = 0;

  function chooseMember() {
    const [idlest] = members.toSorted((one, other) => one.pendingBytes - other.pendingBytes);
    const isFull = members.length >= threads || acceptedBytes < members.length * BYTES_PER_THREAD;
    if (idlest !== undefined && (idlest.pendingBytes === 0 || isFull)) return idlest;
    const added = { parser: start(), pendingBytes: 0 };
    members.push(added);
    return added;
  }

  return {
    async parse(bytes) {
      const member = chooseMember();
      acceptedBytes += bytes.byteLength;
      member.pendingBytes += bytes.byteLength;
      try {
        return await member.parser.parse(bytes);
      } finally {
        member.pendingBytes -= bytes.byteLength;
      }
    },
    async close() {
      const closing = members;
      members = [];
      await Promise.all(closing.map(({ parser }) => parser.close()));
    },
  };
}
