import { spawn } from 'node:child_process';
import { cpSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

const root = new URL('../../', import.meta.url).pathname;

const files = {
  'package.json': '{"type":"module","scripts":{"greet":"node launch/run.mjs src/greet.ts"}}',
  'package-lock.json': '{}',
  'ingest/workers/worker.ts': 'export const idle: boolean = true;\n',
  'src/greet.ts':
    "import words from './words.json' with { type: 'json' };\n" +
    "import { loud } from './loud.js';\n" +
    'const [, , name]: string[] = process.argv;\n' +
    "const from = import.meta.url.includes('/dist/') ? 'build' : 'source';\n" +
    "process.stdout.write([loud(words.hello), name, from].join(' '));\n",
  'src/loud.ts': "export const loud = (text: string): string => text.concat('!');\n",
  'src/words.json': '{"hello":"hello"}',
};

/** A small project that is started as planbot is. */
async function createProject(): Promise<string> {
  const folder = await writeFiles(temporaryFolder(), files);
  cpSync(path.join(root, 'launch'), path.join(folder, 'launch'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

function greet(folder: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['launch/run.mjs', 'src/greet.ts', 'Lin'], { cwd: folder });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
}

/** Writes a file so that neither its size nor its time tells that it is another one. */
function change(file: string, text: string): void {
  const { mtime, atime, size } = statSync(file);
  expect(Buffer.byteLength(text)).toBe(size);
  writeFileSync(file, text);
  utimesSync(file, atime, mtime);
}

describe('a command', () => {
  it('runs from a build, which every edited source and word list makes anew', async () => {
    const project = await createProject();
    expect(await greet(project)).toEqual({ code: 0, stdout: 'hello! Lin build', stderr: '' });
    change(path.join(project, 'src/loud.ts'), files['src/loud.ts'].replace('!', '?'));
    expect((await greet(project)).stdout).toBe('hello? Lin build');
    change(path.join(project, 'src/words.json'), '{"hello":"howdy"}');
    expect((await greet(project)).stdout).toBe('howdy? Lin build');
    change(path.join(project, 'src/loud.ts'), files['src/loud.ts']);
    expect((await greet(project)).stdout).toBe('howdy! Lin build');
  });

  it('started several times at once for the first time is built once, and each runs', async () => {
    const project = await createProject();
    const all = await Promise.all([1, 2, 3].map(() => greet(project)));
    expect(all.map(({ stdout }) => stdout)).toEqual(Array(3).fill('hello! Lin build'));
    expect(readdirSync(path.join(project, 'dist'))).toHaveLength(1);
  });

  it('runs from its sources where no build can be written', async () => {
    const project = await createProject();
    writeFileSync(path.join(project, 'dist'), 'a file, and no folder');
    expect(await greet(project)).toEqual({ code: 0, stdout: 'hello! Lin source', stderr: '' });
  });

  it('goes on with the last days’ builds and takes older ones away', async () => {
    const project = await createProject();
    const dist = path.join(project, 'dist');
    await writeFiles(dist, { 'old/a.js': '', 'young/a.js': '' });
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    utimesSync(path.join(dist, 'old'), daysAgo(2), daysAgo(2));
    utimesSync(path.join(dist, 'young'), daysAgo(0.5), daysAgo(0.5));
    await greet(project);
    expect(readdirSync(dist)).toContain('young');
    expect(readdirSync(dist)).not.toContain('old');
  });

  it('that cannot be compiled, or fails, says where in its sources', async () => {
    const project = await createProject();
    writeFileSync(
      path.join(project, 'src/loud.ts'),
      'export const loud = (text: string) => {\n  return );\n};\n',
    );
    const broken = await greet(project);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toMatch(/src\/loud\.ts:2/);
    writeFileSync(
      path.join(project, 'src/loud.ts'),
      'interface Loud {\n  text: string;\n}\nexport function loud(text: string): string {\n  throw new Error((text as unknown as Loud).text);\n}\n',
    );
    const failed = await greet(project);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/src\/loud\.ts:5/);
  });
});
