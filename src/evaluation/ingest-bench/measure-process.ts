import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../../project-folder.js';

/** What a program took from its start to its end. */
export interface Measured {
  seconds: number;
  /** Of all processors together; undefined where the system does not tell. */
  cpuSeconds: number | undefined;
  /** Most resident memory of the process and its children; undefined where the system does not tell. */
  peakMegabytes: number | undefined;
  stdout: string;
}

const launcher = path.join(projectFolder, 'launch/run.mjs');
const pollInterval = 100;
/** Bytes of a page of memory, as every system that has /proc counts them here. */
const pageBytes = 4_096;
/** What Linux counts a process's time in, on every machine (USER_HZ). */
const ticksPerSecond = 100;

/**
 * Runs one of the project's programs as a process of its own and measures it.
 * @throws Error with what the program said where it fails
 */
export async function measureProcess({
  program,
  args,
  settings,
}: {
  /** Path from the project's root, without the ending. */
  program: string;
  args: readonly string[];
  settings: Readonly<Record<string, string>>;
}): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [launcher, `${program}.ts`, ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  let peak = 0;
  let cpu = 0;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await residentBytes(child.pid ?? 0));
    cpu = Math.max(cpu, await ticksOf(child.pid ?? 0));
  }, pollInterval);
  const code = await new Promise((resolve) => child.on('close', resolve)).finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${stderr}`);
  const seconds = (performance.now() - started) / 1000;
  const peakMegabytes = peak === 0 ? undefined : peak / 2 ** 20;
  return { seconds, cpuSeconds: cpu === 0 ? undefined : cpu / ticksPerSecond, peakMegabytes, stdout };
}

/** Resident memory of a process and all below it; 0 where it cannot be seen. */
async function residentBytes(pid: number): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').then(
    (text) => Number(text.split(' ')[1]),
    () => 0,
  );
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  let sum = pages * pageBytes;
  for (const task of tasks) {
    const children = await readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '');
    for (const child of children.split(' ').filter((one) => one !== ''))
      sum += await residentBytes(Number(child));
  }
  return sum;
}

/** Time that a process has had of the processors, its threads included; 0 where it cannot be seen. */
async function ticksOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name, in parentheses, may hold blanks; user and system time are the 12th and 13th field after it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}
