import { type ParsedFile, parseFile } from '../parse/parse-file.js';
import { type PlanReading, type ReadRequest, readPlan } from '../read-plan.js';

/** What a worker can be asked to do with a file. */
interface Tasks {
  parse: { request: { bytes: Uint8Array; file: string }; result: ParsedFile };
  read: { request: ReadRequest; result: PlanReading };
}
export type TaskName = keyof Tasks;
export type TaskRequest<Name extends TaskName> = Tasks[Name]['request'];
export type TaskResult<Name extends TaskName> = Tasks[Name]['result'];

/** What a task came to: its result, or why the file could not be read. */
export type TaskOutcome = { result: unknown } | { reason: string };
/** A worker's answer, with the memory that its objects take by now. */
export type TaskReply = TaskOutcome & { megabytes: number };

const tasks: { [Name in TaskName]: (request: TaskRequest<Name>) => Promise<TaskResult<Name>> } = {
  parse: parseFile,
  read: readPlan,
};

/** Does a task here and now. */
export function runTask<Name extends TaskName>(
  name: Name,
  request: TaskRequest<Name>,
): Promise<TaskResult<Name>> {
  return tasks[name](request);
}
