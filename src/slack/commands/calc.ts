import { detectLanguage } from '../../answer/understand/detect-language.js';
import { operations } from '../../calculator/operations.js';
import { calcInputs } from '../../cli/calc-inputs.js';
import { messageOf, PlanbotError } from '../../errors.js';
import { runCalculation } from '../../tools/calculate.js';
import type { Surroundings } from '../listeners/surroundings.js';
import { buildNotice } from '../views/notice.js';
import { fillIn, textsFor } from '../views/texts.js';
import { answerPrivately } from './answer-privately.js';
import { createAskCommand } from './ask.js';
import { calculationAnswer } from './calculation-answer.js';
import type { Command, CommandCall } from './command.js';
import { readCalculation, type TypedCalculation } from './read-calculation.js';
import { recordOf } from './record-of.js';

const askCommand = createAskCommand('calc');

/**
 * Works out an operation of the calculator on figures and on indicators of plans, in the notation of the
 * command line; anything else is taken as a question that asks for a calculation.
 */
export const calcCommand: Command = async (call, surroundings) => {
  const { team, channel, responseUrl, text: typed } = call;
  const texts = textsFor(await surroundings.languageOf(call)).commands;
  try {
    const calculation = readCalculation(typed, ['lookup', ...Object.keys(operations)]);
    if (calculation === undefined) await askCommand(call, surroundings);
    else await calculateFor(call, calculation, surroundings);
  } catch (error) {
    if (!(error instanceof PlanbotError)) throw error;
    const reason = fillIn(texts.calc.wrong, { reason: messageOf(error) });
    await surroundings.post({ team, channel, responseUrl }, buildNotice(`${reason}\n${texts.usage.calc}`));
  }
};

async function calculateFor(call: CommandCall, calculation: TypedCalculation, surroundings: Surroundings) {
  const { engine, sightFor, languageOf } = surroundings;
  const hasHan = /\p{Script=Han}/u.test(call.text);
  const language = hasHan ? detectLanguage(call.text) : await languageOf(call);
  const context = await engine.context(await sightFor({ ...call, private: true }));
  const inputs = calcInputs(calculation.operation, calculation);
  const result = runCalculation(context, { ...calculation, inputs, language });
  const answer = await calculationAnswer(result, { context, language });
  const record = recordOf(`/plan calc ${call.text}`, answer);
  await answerPrivately(call, { record }, surroundings);
}
