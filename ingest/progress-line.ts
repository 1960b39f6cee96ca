import { displayWidth } from './parse/spacing.js';

/** What an ingest has done so far. */
export interface ProgressState {
  done: number;
  total: number;
  passages: number;
  /** The file that is being read, without its folder. */
  file: string;
  /** Seconds that the rest may take, or undefined where that cannot be told yet. */
  secondsLeft: number | undefined;
}

const widestBar = 40;
const narrowestBar = 8;
const narrowestFile = 12;
const partOfFile = 0.35;

/**
 * One line for a terminal of that many columns: a bar as far as there is room, files, passages and time left
 * always, and as much of the file's name as still fits. A Chinese character takes two columns.
 */
export function progressLine(state: ProgressState, columns: number): string {
  const { done, total, passages, secondsLeft } = state;
  const left = secondsLeft === undefined ? '' : `, ${timeOf(secondsLeft)} left`;
  const text = `${done}/${total} files, ${passages} passages${left}`;
  // The last column stays free: some terminals begin a new line as soon as it is written.
  const room = columns - 1 - text.length - 1;
  const forFile = Math.max(narrowestFile, Math.floor(room * partOfFile));
  const width = Math.min(widestBar, room - forFile - 1 >= narrowestBar ? room - forFile - 1 : room);
  const bar = width >= narrowestBar ? `${barOf(done / Math.max(1, total), width)} ` : '';
  const rest = columns - 1 - bar.length - text.length - 1;
  const file = rest >= narrowestFile ? ` ${shortened(state.file, rest)}` : '';
  return cut(`${bar}${text}${file}`, columns - 1);
}

function barOf(share: number, width: number): string {
  const full = Math.round(Math.min(1, share) * width);
  return '='.repeat(full) + '-'.repeat(width - full);
}

/** 45s, 3m05s, 1h20m. */
function timeOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const two = (value: number) => String(value).padStart(2, '0');
  if (hours > 0) return `${hours}h${two(minutes)}m`;
  return minutes > 0 ? `${minutes}m${two(whole % 60)}s` : `${whole}s`;
}

/** A name that is too wide loses its middle: how it begins and ends tells files apart. */
function shortened(name: string, width: number): string {
  if (displayWidth(name) <= width) return name;
  const half = Math.floor((width - 1) / 2);
  const end = [...cut([...name].reverse().join(''), half)].reverse().join('');
  return `${cut(name, width - 1 - half)}…${end}`;
}

function cut(text: string, width: number): string {
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > width) break;
    kept += character;
  }
  return kept;
}
