import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type AnswerFigures, measureAnswers } from './measure-answers.js';
import { type Measured, measureProcess } from './measure-process.js';
import { writeCollection } from './write-collection.js';

/** One size of collection, read by planbot and the plain way, and asked afterwards. */
export interface IngestFigures {
  plans: number;
  megabytes: number;
  passages: number;
  planbot: Measured;
  plain: Measured;
  answers: AnswerFigures;
}

/** Reads so many generated plans into a new index, with planbot and then the plain way, and asks about them. */
export async function measureIngest(plans: number): Promise<IngestFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planbot-bench-'));
  try {
    const collection = await writeCollection(path.join(folder, 'plans'), plans);
    const settings = {
      PLANBOT_PLANS: path.join(folder, 'plans'),
      PLANBOT_INDEX: path.join(folder, 'index'),
      PLANBOT_EMBEDDINGS: 'embedded',
      PLANBOT_EXTRACTION: 'rules',
    };
    const planbot = await measureProcess({ program: 'ingest/main', args: ['--json'], settings });
    const plain = await measureProcess({
      program: 'src/evaluation/ingest-bench/plain-way',
      args: [settings.PLANBOT_PLANS, path.join(folder, 'plain')],
      settings: {},
    });
    const answers = await measureAnswers({ folder, settings, plans: collection.plans });
    const passages = passagesIn(planbot.stdout);
    return { plans, megabytes: collection.bytes / 1e6, passages, planbot, plain, answers };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function passagesIn(json: string): number {
  const reports: unknown = JSON.parse(json);
  if (!Array.isArray(reports)) throw new Error('the report of ingest is a list');
  return reports.reduce<number>((sum, report: { passages?: unknown }) => sum + Number(report.passages), 0);
}
