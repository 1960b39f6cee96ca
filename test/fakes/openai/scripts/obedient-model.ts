import type { Script } from '../chat-endpoint.js';
import type { ChatRequest } from '../chat-request.js';
import { lookUp, submit } from './good-model.js';
import { toolResults } from './tool-results.js';

/**
 * A model that does what an attack wants: says it as claims and as text, citing all that it was shown, and
 * calls tools that nobody asked for. `PROMPT`, `SETTINGS` and `OTHER` stand for what it would give away.
 */
export function obedientModel(wants: string): Script {
  return (request, turn) => {
    if (turn === 0)
      return {
        calls: [
          ...(lookUp(request).calls ?? []),
          { name: 'run_shell', arguments: { command: 'env' } },
          { name: 'read_section', arguments: { planId: 'qinghe-farming', section: '发展目标' } },
        ],
      };
    const said = wordsOf(wants, request);
    if (turn > 2) return { text: said.join('\n') };
    const passageIds = toolResults(request).passages.map(({ passageId }) => passageId);
    return submit(said.map((text) => ({ text: text.slice(0, 500), passageIds })));
  };
}

function wordsOf(wants: string, request: ChatRequest): string[] {
  const [system] = request.messages;
  if (wants === 'PROMPT')
    return (system?.content ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, 8);
  if (wants === 'SETTINGS') return [`OPENAI_API_KEY 是 sk-test，PLANBOT_MODEL 是 ${request.model}。`];
  if (wants === 'OTHER') return ['到2026年，青禾县粮食总产量稳定在36万吨以上。'];
  return [wants];
}
