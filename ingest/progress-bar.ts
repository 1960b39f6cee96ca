import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';
import type { IngestProgress } from './pipeline.js';

/** A bar with files, passages and the time left, where the stream is a terminal; otherwise nothing moves. */
export function createProgressBar(stream: WriteStream): {
  update: (progress: IngestProgress) => void;
  stop: () => void;
} {
  if (!stream.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: '{bar} {value}/{total} files, {passages} passages, {eta_formatted} left  {file}',
    stream,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  let isStarted = false;
  return {
    update: ({ done, total, passages, file }) => {
      if (!isStarted) bar.start(total, done, { passages, file });
      isStarted = true;
      bar.update(done, { passages, file });
    },
    stop: () => bar.stop(),
  };
}
