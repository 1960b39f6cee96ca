import { threadOperation } from './thread-operation.js';

/** Ends of a question after which another may follow, and the English turn to a second one. */
const boundary = /(?<=[？?；;。])|,?\s+(?=and\s+(?:what|how|who|which|when|where)\b)/i;
/** Shorter than this it is the end of the question before (对吗？). */
const shortestQuestion = 5;
/** A yes-or-no question shorter than this names nothing of its own. */
const shortestAlone = 8;
const mostQuestions = 5;

/**
 * The questions that a message asks one after the other, in order; the message itself when it asks one.
 * What follows without a question of its own ("只要数字。") stays with the one before.
 */
export function splitQuestions(message: string): string[] {
  const parts: string[] = [];
  // A bracket at the end (哪份规划) is said of all of them, and is read from the message as a whole.
  const questions = message.replace(/(?<=[？?])\s*[（(][^（()）]*[）)]\s*$/, '');
  for (const part of questions.split(boundary).map((one) => one.trim())) {
    const last = parts.length - 1;
    if (last >= 0 && !asks(part)) parts[last] = `${parts[last]} ${part}`;
    // What leads up to a question (我在写材料。…) belongs to it.
    else if (last >= 0 && !asks(parts[last] ?? '')) parts[last] = `${parts[last]}${part}`;
    else if (part !== '') parts.push(part);
  }
  return parts.length > 1 && parts.length <= mostQuestions ? parts : [message];
}

/**
 * The questions of a follow-up, which may be short (2030年呢？增加几家): one that works on the answer before is a
 * question of its own wherever it begins.
 */
export function splitFollowUp(message: string): string[] {
  const parts: string[] = [];
  for (const sentence of message.split(boundary)) {
    for (const part of sentence.split(/(?<=[，,])/).map((one) => one.trim())) {
      const last = parts.length - 1;
      const isOwn = asks(part) || threadOperation(part) !== undefined || asksBriefly.test(part);
      const opens =
        last < 0 || /[？?；;。]\s*$/.test(parts[last] ?? '') || threadOperation(part) !== undefined;
      if (part === '') continue;
      if (last >= 0 && !(isOwn && opens)) parts[last] = `${parts[last]}${part}`;
      else parts.push(part);
    }
  }
  return parts.length > 1 && parts.length <= mostQuestions ? parts : [message];
}

/** 谁负责？ 何时建成？ */
const asksBriefly = /谁|何时|哪|多[少大高长久宽远]|几|怎么|啥|什么/;

function asks(part: string): boolean {
  const plain = part.replace(/[\s\p{P}]/gu, '');
  // 是硬指标吗？ asks something more of what was asked before it.
  const isAside =
    plain.length < shortestAlone && plain.endsWith('吗') && !/多少|[几哪谁啥]|什么|怎么|如何/.test(plain);
  if (isAside) return false;
  if (verdict.test(plain)) return false;
  return (plain.length >= shortestQuestion && questionWord.test(part)) || andWhatOf.test(part);
}

/** 哪边规模大？ 谁更高？ 差多少？ sets what was asked before it against each other. */
const verdict =
  /^(?:那么?|又)?(?:哪[个边家座条份些方]?|谁|两者|相差|差|差距)(?:[规的]?模|目标|数[字量]?|投资|金额|面积|比例|水平)?(?:定得|要)?(?:更|最)?(?:[高低大小多少快慢长短强]|有多大)(?:一些|些|一点|点|多少|了?多少)?$/;

/** 税收呢？ asks the same of another thing. */
const andWhatOf = /^[^，,]{2,12}呢[？?]$/;

const questionWord =
  /[？?]$|多少|[几哪谁啥]|什么|怎么|如何|吗|呢[？?]?$|\b(?:what|how|who|which|when|where|is|are|does|do)\b/i;
