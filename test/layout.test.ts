import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url).pathname;

/** What a part of the project may import besides itself. The parts of one line may import each other. */
const layers: readonly (readonly string[])[] = [
  [
    'src/records',
    'src/plan-records',
    'src/answer-records',
    'src/errors',
    'src/config',
    'src/prompts',
    'src/project-folder',
    'src/keep-recent',
  ],
  ['src/quantity'],
  ['src/calculator'],
  ['src/vocabulary'],
  ['src/models', 'src/store'],
  ['src/retrieve'],
  ['src/tools'],
  ['src/answer'],
  ['src/evaluation', 'src/slack', 'src/cli'],
  ['src/main'],
];
const usedByIngest = [
  'src/records',
  'src/errors',
  'src/project-folder',
  'src/keep-recent',
  'src/quantity',
  'src/calculator',
  'src/store',
  'src/models',
  'src/vocabulary',
];

const files = ['src', 'ingest'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(folder, name),
  ),
);
const code = files.filter((file) => file.endsWith('.ts'));
const texts = new Map(code.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

/** What a file imports, from the project (as a path from its root) and from packages. */
function importsOf(file: string): string[] {
  const found = (texts.get(file) ?? '').matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? path.join(path.dirname(file), name).replace(/\.js$/, '.ts') : name,
  );
}

/** src/answer/verify/x.ts → src/answer; src/main.ts → src/main; ingest/… → ingest. */
function partOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'src' ? `src/${path.parse(second).name}` : top;
}

function layerOf(part: string): number {
  return layers.findIndex((layer) => layer.includes(part));
}

/** Every import of one part of the project by another, as "file → imported file". */
const crossings = code.flatMap((file) =>
  importsOf(file)
    .filter((target) => /^(?:src|ingest)\//.test(target) && partOf(target) !== partOf(file))
    .map((target) => ({ file, target, text: `${file} → ${target}` })),
);

function importers(name: string): string[] {
  const isOf = (target: string) => target === name || target.startsWith(`${name}/`);
  return [...new Set(code.filter((file) => importsOf(file).some(isOf)).map((file) => file))];
}

describe('imports', () => {
  it('are found', () => {
    expect(code.length).toBeGreaterThan(50);
    expect(crossings.length).toBeGreaterThan(50);
  });

  it('in src go one way, from the records up to the entry points', () => {
    const parts = [...new Set(code.map(partOf).filter((part) => part !== 'ingest'))];
    expect(parts.filter((part) => layerOf(part) < 0)).toEqual([]);
    const wrong = crossings.filter(
      ({ file, target }) =>
        partOf(file) !== 'ingest' &&
        partOf(target) !== 'ingest' &&
        layerOf(partOf(target)) > layerOf(partOf(file)),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('of ingest are the parts below retrieval; its entry points run like commands', () => {
    const wrong = crossings.filter(
      ({ file, target }) =>
        partOf(file) === 'ingest' &&
        !usedByIngest.includes(partOf(target)) &&
        !(['ingest/main.ts', 'ingest/inspect.ts'].includes(file) && target === 'src/cli/run-command.ts'),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('of ingest by src go through one door', () => {
    const doors = crossings.filter(
      ({ file, target }) => partOf(file) !== 'ingest' && partOf(target) === 'ingest',
    );
    expect(doors.map(({ text }) => text)).toEqual(['src/cli/open-engine.ts → ingest/pipeline.ts']);
  });

  it.each([
    ['@lancedb/lancedb', 'src/store/'],
    ['apache-arrow', 'src/store/'],
    ['openai', 'src/models/'],
    ['@node-rs/jieba', 'src/models/'],
    ['@slack/bolt', 'src/slack/'],
  ])('of %s stand in %s only', (name, folder) => {
    expect(importers(name).length).toBeGreaterThan(0);
    expect(importers(name).filter((file) => !file.startsWith(folder))).toEqual([]);
  });

  it('name the file with its ending, as modules in Node need it', () => {
    const bare = code.flatMap((file) =>
      [...(texts.get(file) ?? '').matchAll(/from '(\.[^']*)'/g)]
        .map(([, name = '']) => name)
        .filter((name) => !/\.(?:js|json)$/.test(name))
        .map((name) => `${file} → ${name}`),
    );
    expect(bare).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '');
}

/** A file's code without comments and without what stands in quotes. */
function bareCode(text: string): string {
  return withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}

describe('code', () => {
  it('stands in files of at most 250 lines', () => {
    const lines = (file: string) => (texts.get(file) ?? '').trimEnd().split('\n').length;
    const long = code.filter((file) => lines(file) > 250);
    expect(long.map((file) => `${file}: ${lines(file)}`)).toEqual([]);
  });

  it('never turns the type checker off', () => {
    const off =
      /:\s*any\b|\bas any\b|<any[>,]|\bany\[\]|\bas unknown as\b|@ts-(?:ignore|expect-error|nocheck)|biome-ignore/;
    const wrong = code.filter((file) => {
      const text = texts.get(file) ?? '';
      return off.test(bareCode(text)) || /@ts-(?:ignore|expect-error|nocheck)|biome-ignore/.test(text);
    });
    expect(wrong).toEqual([]);
  });

  it('has no file of odds and ends', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:[./]|$)/i.test(file))).toEqual(
      [],
    );
  });
});

const samples = readdirSync(path.join(root, 'data/plans'));
const titles = samples.map(
  (name) =>
    /^title: *(.+?)（摘编）$/m.exec(readFileSync(path.join(root, 'data/plans', name), 'utf8'))?.[1] ?? '',
);
/** Whose plan each is, in Chinese and as in the file name. */
const places = titles.map((title) => title.replace(/^国家级/, '').slice(0, 2));
const stems = samples.map((name) => name.split('-')[0] ?? '');

describe('no rule is made for one plan', () => {
  it('so that code names none of the places that the sample plans are of', () => {
    expect(places.every((place) => place.length === 2)).toBe(true);
    const names = new RegExp([...places, ...stems].join('|'), 'i');
    // What the terminal says may give an example.
    const rules = code.filter((file) => !file.startsWith('src/cli/'));
    const wrong = rules.filter((file) => names.test(withoutComments(texts.get(file) ?? '')));
    expect(wrong).toEqual([]);
  });

  it('so that word lists hold no title of a sample plan, and no file name', () => {
    const ids = samples.map((name) => path.parse(name).name.replace(/-digest$/, ''));
    const wrong = files
      .filter((file) => file.endsWith('.json'))
      .filter((file) => {
        const text = readFileSync(path.join(root, file), 'utf8');
        return [...titles, ...ids].some((name) => text.includes(name));
      });
    expect(wrong).toEqual([]);
  });
});
