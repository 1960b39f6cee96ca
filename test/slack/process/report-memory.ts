import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Has this process say, whenever it gets SIGUSR2, what it still holds once the garbage is gone. */
export function reportMemoryWhenAsked(): void {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  if (typeof collectGarbage !== 'function') throw new Error('Node does not let garbage be collected.');
  process.on('SIGUSR2', () => {
    // What a first round only finds, a second takes away.
    for (let round = 0; round < 2; round++) collectGarbage();
    const { heapUsed, rss } = process.memoryUsage();
    process.stderr.write(`${JSON.stringify({ msg: 'memory', heapUsed, rss })}\n`);
  });
}
