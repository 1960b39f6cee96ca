/** Version of the steps from file to rows: raised when they change, so that unchanged files are read again. */
export const pipelineVersion = 2;
