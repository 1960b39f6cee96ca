import words from './plan-words.json' with { type: 'json' };
import { createPlanWriter, type Make, type PlanWriter } from './plan-writer.js';
import { createRandom, type Random } from './random.js';

/** A plan that nobody made: for measuring and for tests that need many. */
export interface GeneratedPlan {
  file: string;
  text: string;
  /** A question whose answer stands in the plan's table of indicators, and the figure. */
  question: string;
  target: { value: number; unit: string };
  /** A question about what the plan says of a matter. */
  topic: string;
}

const makes: readonly Make[] = ['markdown', 'text', 'html'];
/** Sections of a chapter, and paragraphs of a section: about 24,000 characters a plan. */
const sectionsPerChapter = 4;
const paragraphsPerSection = 3;
const sentencesPerParagraph = 3;

/**
 * Writes plan number `at` of a collection: the same in every run, each of another place, in turns as Markdown,
 * text and HTML, with chapters, sections, numbered tasks, a table of indicators, targets in prose and boxes.
 */
export function generatePlan(at: number): GeneratedPlan {
  const random = createRandom(at + 1);
  const make = makes[at % makes.length] ?? 'text';
  const place = placeOf(at);
  const subject = random.of(words.subjects);
  const period = random.of(words.periods);
  const rows = random.some(words.indicators, 12).map((one) => indicatorRow(one, random));
  const writer = createPlanWriter(make, `${place}“${period.name}”${subject}发展规划`);
  for (const [number, chapter] of words.chapters.entries()) {
    writer.heading(1, number + 1, chapter);
    if (chapter === '总体要求') writeTargets({ writer, rows, period, place });
    for (let section = 1; section <= sectionsPerChapter; section += 1)
      writeSection({ writer, random, rows, period, place, section });
  }
  const [asked] = rows;
  if (!asked) throw new Error('a plan has indicators');
  const endings = { markdown: 'md', text: 'txt', html: 'html' };
  return {
    file: `plan-${String(at + 1).padStart(4, '0')}.${endings[make]}`,
    text: writer.end(),
    question: `${place}${period.end}年${asked.name}目标是多少？`,
    target: { value: asked.end, unit: asked.unit },
    topic: `${place}如何推进${random.of(words.aims)}？`,
  };
}

interface IndicatorRow {
  name: string;
  unit: string;
  base: number;
  middle: number;
  end: number;
}
type Period = (typeof words.periods)[number];

/** Another name for each number up to 1,024, and then with a number of districts in front. */
function placeOf(at: number): string {
  const { placeStarts: starts, placeEnds: ends, placeKinds: kinds } = words;
  const start = starts[at % starts.length] ?? '';
  const end = ends[Math.floor(at / starts.length) % ends.length] ?? '';
  const round = Math.floor(at / (starts.length * ends.length));
  return `${round > 0 ? `第${round + 1}` : ''}${start}${end}${kinds[at % kinds.length] ?? ''}`;
}

function indicatorRow(
  { name, unit, from, to, growth }: (typeof words.indicators)[number],
  random: Random,
): IndicatorRow {
  const isCount = ['家', '张', '公里'].includes(unit);
  const round = (value: number) => (isCount ? Math.round(value) : Math.round(value * 10) / 10);
  const base = round(from + (to - from) * random.next());
  return { name, unit, base, middle: round(base * (1 + growth * 0.55)), end: round(base * (1 + growth)) };
}

function writeTargets({
  writer,
  rows,
  period,
  place,
}: {
  writer: PlanWriter;
  rows: readonly IndicatorRow[];
  period: Period;
  place: string;
}): void {
  const targets = rows.slice(0, 5).map(({ name, unit, end }) => `${name}达到${end}${unit}`);
  writer.paragraph(`到${period.end}年，${place}${targets.join('，')}，基本建成现代化产业体系。`);
  writer.table({
    caption: `表1 “${period.name}”时期主要指标`,
    header: ['序号', '指标', '单位', `${period.base}年`, `${period.middle}年`, `${period.end}年`, '属性'],
    rows: rows.map(({ name, unit, base, middle, end }, at) => [
      `${at + 1}`,
      name,
      unit,
      `${base}`,
      `${middle}`,
      `${end}`,
      at % 4 === 0 ? '约束性' : '预期性',
    ]),
  });
}

function writeSection({
  writer,
  random,
  rows,
  period,
  place,
  section,
}: {
  writer: PlanWriter;
  random: Random;
  rows: readonly IndicatorRow[];
  period: Period;
  place: string;
  section: number;
}): void {
  writer.heading(2, section, `${random.of(words.sections)}${random.of(words.aims)}`);
  for (let at = 0; at < paragraphsPerSection; at += 1) {
    const sentences = Array.from({ length: sentencesPerParagraph }, () => sentence(random));
    const { name, unit, middle } = random.of(rows);
    if (at === 1) sentences.push(`到${period.middle}年，${place}${name}预计为${middle}${unit}左右。`);
    if (at === 2) sentences.push(`（责任单位：${random.some(words.departments, 2).join('、')}）`);
    writer.paragraph(sentences.join(''));
  }
}

function sentence(random: Random): string {
  const { openers, aims, verbs, objects, means, results } = words;
  const task = `${random.of(verbs)}${random.of(objects)}`;
  return `${random.of(openers)}${random.of(aims)}，${task}，${random.of(means)}，支持${random.of(objects)}，${random.of(results)}。`;
}
