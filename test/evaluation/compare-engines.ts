import { pathToFileURL } from 'node:url';
import { openEngine } from '../../src/cli/open-engine.js';
import { readText } from '../../src/cli/read-text.js';
import { commandSettings } from '../../src/cli/run-command.js';
import { runEval } from '../../src/cli/run-eval.js';
import { parseQuestions } from '../../src/evaluation/parse-questions.js';
import { startChatEndpoint } from '../fakes/openai/chat-endpoint.js';
import { informedModel } from '../fakes/openai/scripts/informed-model.js';

/** Runs `eval` over a question file with both engines; behind the LLM engine stands the informed model. */
export async function compareEngines(questionsFile: string, out: (text: string) => void): Promise<void> {
  const endpoint = await startChatEndpoint(informedModel(parseQuestions(await readText(questionsFile))));
  const log = (message: string) => void process.stderr.write(`${message}\n`);
  const settings = {
    ...commandSettings(),
    PLANBOT_MODEL: 'informed-model',
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: endpoint.baseUrl,
  };
  const engine = await openEngine({ settings, log });
  try {
    for (const use of ['embedded', 'llm'] as const) {
      out(`\n## ${use}\n`);
      await runEval({
        questionsFile,
        types: ['target', 'fact', 'calc'],
        use,
        engine,
        out,
        log,
        failures: true,
      });
    }
    if (endpoint.faults.length > 0)
      out(`requests that a strict service would refuse: ${endpoint.faults.length}`);
  } finally {
    await engine.close();
    await endpoint.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await compareEngines(process.argv[2] ?? '', (text) => void process.stdout.write(`${text}\n`));
