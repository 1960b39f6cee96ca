import { detectLanguage } from '../../answer/understand/detect-language.js';
import { operations } from '../../calculator/operations.js';
import { calcInputs } from '../../cli/calc-inputs.js';
import { messageOf, PlanbotError } from '../../errors.js';
import { runCalculation } from '../../tools/calculate.js';
import { buildNotice } from '../views/notice.js';
import { fillIn, textsFor } from '../views/texts.js';
import { answerPrivately } from './answer-privately.js';
import { createAskCommand } from './ask.js';
import { calculationAnswer } from './calculation-answer.js';
import type { Command } from './command.js';
import { readCalculation } from './read-calculation.js';
import { recordOf } from './record-of.js';

const askCommand = createAskCommand('calc');

/**
 * Works out an operation of the calculator on figures and on indicators of plans, in the notation of the
 * command line; anything else is taken as a question that asks for a calculation.
 */
export const calcCommand: Command = async (call, surroundings) => {
  const typed = readCalculation(call.text, ['lookup', ...Object.keys(operations)]);
  if (typed === undefined) return askCommand(call, surroundings);
  const { engine, sightFor, languageOf, post } = surroundings;
  const { team, channel, responseUrl } = call;
  const interfaceLanguage = await languageOf(call);
  const texts = textsFor(interfaceLanguage).commands.calc;
  const language = /\p{Script=Han}/u.test(call.text) ? detectLanguage(call.text) : interfaceLanguage;
  try {
    const context = await engine.context(await sightFor({ ...call, private: true }));
    const inputs = calcInputs(typed.operation, typed);
    const result = runCalculation(context, { ...typed, inputs, language });
    const answer = await calculationAnswer(result, { context, language });
    const record = recordOf(`/plan calc ${call.text}`, answer);
    await answerPrivately(call, { record }, surroundings);
  } catch (error) {
    if (!(error instanceof PlanbotError)) throw error;
    const text = fillIn(texts.wrong, { reason: messageOf(error) });
    await post(
      { team, channel, responseUrl },
      buildNotice(`${text}\n${textsFor(interfaceLanguage).commands.usage.calc}`),
    );
  }
};
