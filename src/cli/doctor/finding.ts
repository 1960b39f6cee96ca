/** What one check found: all well, something to know, something to do, or nothing to check. */
export interface Finding {
  about: string;
  status: 'pass' | 'warn' | 'fail' | 'skip';
  /** What was found, and for `warn` and `fail` what to do. */
  says: string;
}
