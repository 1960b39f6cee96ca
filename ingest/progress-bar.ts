import path from 'node:path';
import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';
import type { IngestProgress } from './pipeline.js';
import { progressLine } from './progress-line.js';

const usualColumns = 80;

/** A bar with files, passages and the time left, where the stream is a terminal; otherwise nothing moves. */
export function createProgressBar(stream: WriteStream): {
  update: (progress: IngestProgress) => void;
  stop: () => void;
} {
  if (!stream.isTTY) return { update: () => {}, stop: () => {} };
  let begun: number | undefined;
  let last: IngestProgress | undefined;
  const bar = new SingleBar({
    format: () => (last ? progressLine(stateOf(last, begun), stream.columns || usualColumns) : ''),
    stream,
    clearOnComplete: true,
    // The line never reaches the edge, so that the terminal's own wrapping need not be switched off.
    linewrap: true,
  });
  return {
    update: (progress) => {
      last = progress;
      begun ??= performance.now();
      if (!bar.isActive) bar.start(progress.total, progress.done);
      bar.update(progress.done);
    },
    stop: () => bar.stop(),
  };
}

/** The time left is that of the files done so far, for each of the rest. */
function stateOf({ done, total, passages, file }: IngestProgress, begun: number | undefined) {
  const seconds = (performance.now() - (begun ?? performance.now())) / 1000;
  const secondsLeft = done === 0 ? undefined : (seconds / done) * (total - done);
  return { done, total, passages, file: path.basename(file), secondsLeft };
}
