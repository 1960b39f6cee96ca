import type { BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk } from '@langchain/core/outputs';
import { ChatOpenAICompletions } from '@langchain/openai';

type Parameters = globalThis.Parameters<ChatOpenAICompletions['_streamResponseChunks']>;

/** The service closed its stream before the model was done. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream';
  constructor() {
    super('The model service ended its answer in the middle');
  }
}

/** A chat model that takes a stream which just ends for what it is: no answer, whatever came before. */
export class CompleteStreamModel extends ChatOpenAICompletions {
  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: Parameters[1],
    runManager?: Parameters[2],
  ): AsyncGenerator<ChatGenerationChunk> {
    let isComplete = false;
    for await (const chunk of super._streamResponseChunks(messages, options, runManager)) {
      isComplete ||= typeof chunk.generationInfo?.finish_reason === 'string';
      yield chunk;
    }
    if (!isComplete) throw new BrokenStream();
  }
}
