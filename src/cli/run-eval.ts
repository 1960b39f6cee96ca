import { PlanbotError } from '../errors.js';
import { parseCheckedIndicators } from '../evaluation/checked-indicator.js';
import { compareResults, renderComparison } from '../evaluation/compare-results.js';
import { evaluate } from '../evaluation/evaluate.js';
import { parseQuestions } from '../evaluation/parse-questions.js';
import type { Question } from '../evaluation/question.js';
import { renderFailures } from '../evaluation/render-failures.js';
import { renderIndicatorFailures, renderIndicators } from '../evaluation/render-indicators.js';
import { renderReport } from '../evaluation/render-report.js';
import { EvaluationReport, type QuestionResult } from '../evaluation/result.js';
import { type IndicatorScore, scoreIndicators } from '../evaluation/score-indicators.js';
import { summarize } from '../evaluation/summarize.js';
import type { EvalOptions } from './eval-arguments.js';
import type { Engine } from './open-engine.js';
import { readText } from './read-text.js';

const progressEvery = 20;

interface EvalRequest extends EvalOptions {
  engine: Pick<Engine, 'ask' | 'indicators' | 'planIds'>;
  out: (text: string) => void;
  log: (message: string) => void;
}

/** What an evaluation found; `questions` or `indicators` is left out where nobody asked for it. */
interface Outcome {
  questions: QuestionResult[] | undefined;
  earlier: QuestionResult[] | undefined;
  indicators: IndicatorScore | undefined;
}

/**
 * Asks the questions of a file and prints how the answers compare with the checked ones, and how the
 * extracted indicators do. Returns the exit code: 1 when a question ended in an error.
 * @throws PlanbotError `batch_file_unreadable` when a file is not what it should be
 */
export async function runEval({ engine, out, log, ...options }: EvalRequest): Promise<0 | 1> {
  const { questionsFile, indicators: checkedFile, compare } = options;
  const outcome: Outcome = {
    earlier: compare === undefined ? undefined : await readEarlier(compare),
    indicators: checkedFile === undefined ? undefined : await measure({ checkedFile, engine, log }),
    questions:
      questionsFile === undefined ? undefined : await askAll({ questionsFile, engine, log, options }),
  };
  out(options.json ? asJson(outcome) : asText(outcome, options.failures ?? false));
  return outcome.questions?.some((one) => one.status === 'failed') ? 1 : 0;
}

async function measure({
  checkedFile,
  engine,
  log,
}: Pick<EvalRequest, 'engine' | 'log'> & { checkedFile: string }): Promise<IndicatorScore> {
  const checked = parseCheckedIndicators(await readText(checkedFile));
  if (checked.length === 0) throw wrongUse(`${checkedFile} holds no indicators.`);
  const plans = [...new Set(checked.map((one) => one.plan))];
  const known = await engine.planIds();
  for (const plan of plans.filter((one) => !known.includes(one)))
    log(`there is no plan "${plan}" in the index: its indicators count as missed`);
  return scoreIndicators(await engine.indicators(plans), checked);
}

async function askAll({
  questionsFile,
  engine: { ask },
  log,
  options,
}: Pick<EvalRequest, 'engine' | 'log'> & {
  questionsFile: string;
  options: EvalOptions;
}): Promise<QuestionResult[]> {
  const questions = select(parseQuestions(await readText(questionsFile)), options);
  return evaluate({
    questions,
    ask: (request) => ask(options.use ? { ...request, engine: options.use } : request),
    onResult: (_, done) => {
      if (done % progressEvery === 0 || done === questions.length)
        log(`${done} of ${questions.length} asked`);
    },
  });
}

function select(questions: readonly Question[], { types, limit }: EvalOptions): Question[] {
  const selected = questions.filter((one) => types === undefined || types.includes(one.type));
  if (selected.length === 0)
    throw wrongUse('No question is left to ask: the file is empty, or none is of that type.');
  return selected.slice(0, limit);
}

function asJson({ questions, earlier, indicators }: Outcome): string {
  const comparison = earlier && questions ? { comparison: compareResults(earlier, questions) } : {};
  const report = {
    figures: questions ? summarize(questions) : {},
    ...comparison,
    ...(indicators ? { indicators } : {}),
    questions: questions ?? [],
  };
  return JSON.stringify(report, null, 2);
}

function asText({ questions, earlier, indicators }: Outcome, failures: boolean): string {
  const parts = [
    questions ? renderReport(summarize(questions), questions) : '',
    indicators ? renderIndicators(indicators) : '',
    earlier && questions ? renderComparison(compareResults(earlier, questions)) : '',
    failures && questions ? renderFailures(questions) : '',
    failures && indicators ? renderIndicatorFailures(indicators) : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

async function readEarlier(file: string): Promise<QuestionResult[]> {
  const text = await readText(file);
  try {
    return EvaluationReport.parse(JSON.parse(text)).questions;
  } catch (error) {
    throw new PlanbotError({
      code: 'batch_file_unreadable',
      message: `${file} is not what eval --json prints; run an evaluation with --json and keep its output.`,
      cause: error,
      exitCode: 2,
    });
  }
}

function wrongUse(message: string): PlanbotError {
  return new PlanbotError({ code: 'invalid_arguments', message, exitCode: 2 });
}
